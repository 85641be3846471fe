<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Vidu Desktop</source>
        <translation>关于 Vidu Desktop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Vidu Desktop {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos from pictures with Z.AI&apos;s Vidu 2: nothing lost, nothing paid twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT licence. Its icons were drawn for it and are under the same licence. It is not made or endorsed by Z.AI or ShengShu; Vidu is their name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt and PySide6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LGPL 3, loaded as separate libraries that you may exchange. Qt Multimedia brings FFmpeg libraries under LGPL 2.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyAV with FFmpeg, x264 and x265</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyAV is under the BSD licence. Its ready-made packages carry x264 and x265 under the GPL 2 or later: a bundle with them is under the GPL as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>httpx, qasync, starlette, uvicorn (BSD), Pillow (MIT-CMU), keyring, platformdirs, truststore, rich (MIT), certifi (MPL 2.0). NOTICE.md in the packaging folder has the whole list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Generate {count} · {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate · {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse {count} · free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse · free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it with the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it on this computer, for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send {count} videos for {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No API key yet. Rehearsing needs none; add one to generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos will be charged {price} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} of your budget is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It doesn&apos;t fit into your budget. {money} is left; it would wait in line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of these {count} fits into your budget. {money} is left; the others would wait in line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these {count} fits into your budget. {money} is left; they would wait in line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fitting} of these {count} fit into your budget. {money} is left; the others would wait in line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrangementChoice</name>
    <message>
        <source>{count} shots in a row: 1–2, 2–3 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pairs: 1–2, 3–4 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 pair: 1–2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pictures become</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Batch from “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the result…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Run {count} first · {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse {count} · free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again for the rejected ones · {count} · {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {count} · {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run until the budget · {count} · {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is wrong in 1 row; nothing can be sent before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is wrong in {count} rows; nothing can be sent before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the budget is no amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a key in the settings to run it; rehearsing needs none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of 1 picture looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} pictures looked at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchFoot</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget of the batch in US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch stops by itself before it would cost more than this in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget $</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchGroups</name>
    <message>
        <source>Which rows are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden rows: leave or take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave hidden rows out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take hidden rows, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in · {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchReading</name>
    <message>
        <source>Reading the sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pictures belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern such as *_start=*_end can be typed: the stars stand for the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs, guessed by their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs by order: 1 and 2, 3 and 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chain: 1 and 2, 2 and 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchRowsView</name>
    <message>
        <source>Rows of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave these rows out, or take them in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Changed here. In the sheet it is “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchWishes</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the column is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt for rows without one. Several lines: each row is made with each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts for rows without one, one in a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompt is meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With several values of a setting, each row is made with each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes of each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Stop waiting?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been charged {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping doesn&apos;t bring the money back. Keep the result when it comes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price} have been charged for {count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping doesn&apos;t bring the money back. Keep the results when they come?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the queue?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this video off the queue?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {count} videos off the queue?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClipBar</name>
    <message>
        <source>No prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClipColumn</name>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClipDetails</name>
    <message>
        <source>Made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s at {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free, a rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s, {frames} frames at {fps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coded as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same again, but…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame as next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame as next start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winner of its shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into a shot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with its pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join in this order…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline for an editor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in another player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the missing file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rating</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClipTile</name>
    <message>
        <source>winner of its shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stars} of 5 stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, {seconds} s at {fps} frames a second, {bytes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is missing: it was moved, renamed or deleted outside the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>{first} and {second} frames: the shorter one stands on its last.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>No difference in this frame</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} compared with {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the second is seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End frame</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposePane</name>
    <message>
        <source>1 picture: {count} videos, {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pictures} pictures: {count} videos, {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing to put right first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} things to put right first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rehearse, free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier prompts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecideBar</name>
    <message>
        <source>A wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next take comes in the place of the other one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Select a video to see everything about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into a shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the tag “{tag}” away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there any more: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project and shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tags, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditedJob</name>
    <message>
        <source>This rehearsal is off the queue while you change it. Rehearse puts it back in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is off the queue while you change it. Generate puts it back in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back unchanged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the trash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is empty, and 1 video is in the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is empty, and {count} videos are in the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay there with all that was noted about them until you delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No videos yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every finished video lands here, as a plain file that any program can open. Drop videos here to import them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyStage</name>
    <message>
        <source>Your video plays here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what should move, then rehearse for free or generate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Save the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the contact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} contact sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the joined video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {number} of {count}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between {low} and {high}, by what moves in the pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportNames</name>
    <message>
        <source>There is: {fields}. {{take:03}} has three digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the files go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder, or type one; then the export can begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is there already and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export into</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPictures</name>
    <message>
        <source>{side} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate:g} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on twos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on threes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwards and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match colours to the pictures it was made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes back the colour shift that the service brings in, from the first frame and, where there is one, the end frame. Where nothing would become better, the colours stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4, as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 without the settings inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4, encoded anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebP, animated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbered PNG pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ProRes 422, for editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame as PNG</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPresetRow</name>
    <message>
        <source>A name to save this under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchLinkDialog</name>
    <message>
        <source>Fetch a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch this picture from {host}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program asks there once, without your key and without cookies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>These numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say how much is different, not whether it is good; camera moves and rehearsals count, too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t filter by “{filter}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price} a kept one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was paid for all videos here, also the rejected ones, divided by those of them that you kept. Filters by decision, star and rating don&apos;t change it. Rehearsals, videos whose cost isn&apos;t known, and the trash don&apos;t count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter and saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>All jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only one kind of jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal or real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project and shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a saved search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrameController</name>
    <message>
        <source>Save this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrameOut</name>
    <message>
        <source>frame {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FramingChoice</name>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blurred bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit into the video&apos;s shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies outside of the frame is cut off. Drag the frame to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of another shape are cut evenly at two sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture stays whole, with black bars beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture stays whole, with itself beside it, large and blurred.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HappeningsDialog</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet that was worth a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ImageTab</name>
    <message>
        <source>First frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture begins a video of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video begins with exactly this picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video begins with the part of this picture that is inside the frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video begins with this picture and bars beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or click to choose, or paste. Several make several videos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens from here on? “She turns to the window and smiles.”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>Import videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing video {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They follow each other by shot and take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They follow each other as they were made, the oldest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join {count} videos into one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this order, at size and rate of the first. The videos themselves stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag one, or move it with Ctrl+Up and Ctrl+Down, to change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the doubled frame at each seam out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a video was continued from the last frame of the one before, that frame is in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos of another shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of them, with black bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the picture, and cut off what sticks out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their shapes differ. All get that of the first, {width} × {height}; nothing is squeezed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rehearse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image to video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start and end frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the last step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy: the frame, the selected videos or prompts, the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this list of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play and pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backwards; again: twice as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop; held: J and L go frame by frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forwards; again: twice as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slower, to 0.1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faster, to 4 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one frame left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one frame right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one frame left, on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one frame right, on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first frame, on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last frame, on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in point: play from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out point: play up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play the whole video again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to a timecode or a frame number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loop on and off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound on and off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full screen; Escape comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit the window, or real pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this frame as next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this frame as next start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last frame as next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last frame as next start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play; the stage has the keyboard then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark with the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep; again: not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject; again: not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the winner of its shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put into a shot, as takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare the selected ones, two at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export; on the stage from in to out point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the library&apos;s trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same again, but…: the settings of this video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play, decide about a lost answer, or change a job that waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same again, but…: the settings of this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel, or remove what has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what waits: one up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what waits: one down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what waits: to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what waits: to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a line that wipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one over the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swap the sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next take, in the loser&apos;s place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark A with the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark B with the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wipe&apos;s line to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wipe&apos;s line to the right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Your videos folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New videos go there, as plain files. Those in the old folder stay where they are; move them yourself if you want them in the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was thrown away that long ago is deleted for good. Only what is in the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the trash by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidy now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes covers and thumbnails; they are made anew where they are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its trash: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of pictures that jobs need: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers and thumbnails: {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the library folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Import videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show library folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No video matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer words or filters, or clear the search with Escape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryQuery</name>
    <message>
        <source>Movement: auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stars} or better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project and shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeness to the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump at the loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryViews</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Vidu Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} done – {program}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue and library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyPictures</name>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No video is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V&amp;ideo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import videos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show library &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Money…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What happened…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a &amp;sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the &amp;clipboard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Watched folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Vidu Desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissingController</name>
    <message>
        <source>In which folder may the missing files be?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModeTab</name>
    <message>
        <source>Add a picture to begin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModeTabs</name>
    <message>
        <source>What to make</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Image to video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image to video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes the first frame of a video. Write what should move, then rehearse for free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start &amp; end frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start &amp;&amp; end frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop two pictures here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video goes from the first to the second. Write how, then rehearse for free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop pictures here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who or what is in them appears in a video. Write what happens, then rehearse for free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyController</name>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyDialog</name>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service took the order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent, and the answer is unknown: perhaps charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps charged, and treated as lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits to be sent; it isn&apos;t spent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {option}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sums are told apart by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was charged in this time. Rehearsals are always free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each that was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more are in the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each video in the library has cost {price} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no budget: nothing stops the queue but an empty account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} left of your budget of {budget}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your budget of {budget} is used up. Nothing more is sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>Videos at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most of each model. It begins with what a new account may run ({counts}), grows while the service takes more, and shrinks when the service refuses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of {mode} in US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usual {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown on the button and counted in your sums. Change them when the service changes its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at a budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget in US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked before each order. What is charged, and what may be, never goes beyond it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says that it refuses a request id that it has seen (code 1231), so that nothing is paid twice. That was never proven. Off, you are asked each time; on, lost answers settle themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again by itself when an answer was lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Play from here (in point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play up to here (out point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the whole video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this frame…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This frame as next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This frame as next start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame as next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame as next start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in another player</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos that were ordered at {host} wait: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” isn&apos;t there. Connect its drive, and everything is back; new videos wait on this computer meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{computer}” is working on this library. You can look, search and play here; new videos wait on this computer until it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” can&apos;t be written to. New videos wait on this computer until it can, or until you choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{computer}” is working on this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s folder can&apos;t be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s folder isn&apos;t there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the service add background music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairTransport</name>
    <message>
        <source>{timecode}   {number} / {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position in frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Choose pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureIntake</name>
    <message>
        <source>Fetching the picture from {host}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures in that folder, or it can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureWell</name>
    <message>
        <source>needs a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking at it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working on it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos of a shot stand together in the library as its takes: S010_T001, S010_T002 …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerPane</name>
    <message>
        <source>Video: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetController</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Save as preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All presets…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with it where its tab is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They lie in the library and move with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Save what is in a tab, or a video&apos;s settings from its menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really delete {count}?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match the start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the first {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave these {count} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop to {ratio}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptEdit</name>
    <message>
        <source>{count} of {most} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptHistoryDialog</name>
    <message>
        <source>Earlier prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the earlier prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompt has all of these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts of your videos and of what is in the queue will stand here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueFilter</name>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueHeader</name>
    <message>
        <source>{count} running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what was sent without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry everything that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished and taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} spent this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent, at risk and planned, and the budget</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Resume sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished and taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {count} of {all} shown: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. Nothing is sent until you resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you generate or rehearse shows here, from the click to the finished video.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked by policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up, charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treated as lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged, task id lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} The service says: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether it was charged; we&apos;re checking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video was gone before it could be fetched. Retry asks the service once more; it&apos;s free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} It was charged {price} when it was accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps charged {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charged {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its day is over, still trying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min left to fetch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h left to fetch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % · {elapsed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{elapsed}, longer than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{elapsed} of about {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same again, but…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame as next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame as next start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop waiting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Copy the task number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceTab</name>
    <message>
        <source>{count} pictures came; the first {kept} by name are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for more pictures. Take one out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop, paste or click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {most} pictures of who or what appears; together they make one video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do they do? “The fox walks along the beach at dusk.”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its record goes with it. Characters that some systems refuse are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message>
        <source>Save a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is saved. Read it before you send it; it is plain text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavePresetDialog</name>
    <message>
        <source>Save as preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save prompt and settings under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets lie in the library and move with it. Pictures and shot stay out of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with it where “{tab}” is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a preset of that name. It is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library by prompt, name, tag and note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>Paste a new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste your key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, typed hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where orders and your key are sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZAI_BASE_URL is set where the program was started, and holds before what is set here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the new address first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is forgotten. Paid work waits until there is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZAI_API_KEY is set where the program was started, and holds before any key that is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is kept in the system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is known until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is kept in an unencrypted file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key yet. Rehearsals work without one; generating needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in an unencrypted file that only you can read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>This computer has no keyring that keeps secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new library folder is used from the next start. Videos that exist stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service takes this key. The test was free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s proxy didn&apos;t let us through to {host}. Check the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks us to slow down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service didn&apos;t give a usable answer ({code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody could tell whether the key is good. {why} Then test it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work and money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by what it does, or by its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line to give it another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual key of “{command}”: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape always leaves: a full screen, a search, a dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is the key of “{commands}”, which has none then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShotDialog</name>
    <message>
        <source>Put into a shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which shot does this video belong to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which shot do these {count} videos belong to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes of a shot stand together and are numbered on. Leave both fields empty to take them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlotsModel</name>
    <message>
        <source>needs a change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageController</name>
    <message>
        <source>This frame</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating (keys 0 to 5 in the library)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartEndTab</name>
    <message>
        <source>First and last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two dropped together fill both, in the order of their names. More make several shots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each shot ends with the picture that the next one begins with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each two make a shot. The last picture has no partner and stays out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each two make a shot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others stay out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are called {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the end frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the start frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a start and an end frame to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop, paste or click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does one become the other? “The flower opens in morning light.”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap start and end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TileDelegate</name>
    <message>
        <source>File missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimecodeField</name>
    <message>
        <source>Timecode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a timecode, a frame number, or +12 and -12, then Return</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>{number} / {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This video has no sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position in frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos in the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is deleted by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is deleted for good after 1 day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is deleted for good after {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{videos}, {size}. {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really delete {count}?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleStage</name>
    <message>
        <source>Open in another player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This video can&apos;t be played here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is still in your library. Another player may know its format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted outside the program. Nothing else was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>1 video moved to the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos moved to the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>UnknownDialog</name>
    <message>
        <source>Answer lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service doesn&apos;t know this task id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be fetched under {task_id}. With the right id from the service&apos;s console the video can still be fetched; asking costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was charged, and its task id is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says that it has this order. Its answer with the task id did not arrive. With the id from the service&apos;s console the video can still be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether it was charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order left this computer, and the service&apos;s answer did not arrive. It may have taken the order or not. Nothing is sent again unless you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture that was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again with the same request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says that it refuses a request id that it has seen. If it keeps to that, you can&apos;t pay twice. It was never proven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat as lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row ends here. If it was charged, the money is gone; it counts against your budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for all {count} jobs like this one, charged {price} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for all {count} jobs like this one, perhaps charged {price} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have a task id from the service&apos;s console: the video is fetched under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task id from the service&apos;s console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictRow</name>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winner of its shot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watched folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each picture that appears in a folder becomes a video of a preset, once by what it holds. A day costs what you allow at most. Folders are watched while this program runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearse it · free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it · at most {cap} a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key in the settings to watch it; rehearsing needs none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchForm</name>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most that the folder may cost in a day, in US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the picture that lies there already, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the {count} pictures that lie there already, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a preset for one picture in a tab first: it says what becomes of the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder into which pictures come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what a day may cost; a video costs {price}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is less than one video, which costs {price}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos a day at most: {count}, at {price} each.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Another Vidu Desktop is working on this library. Nothing was sent. Wait until it has ended, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>batch</name>
    <message>
        <source>There is no batch {batch} in this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written down of the batch {batch} is damaged, so nobody knows what was ordered. Nothing of it is ordered any more; what is in the queue goes on. Begin a new one with the rows that are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no “{name}”. Choose a sheet or a folder that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be opened. Look whether you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is no regular file. Save the sheet as a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no rows in “{name}”. It needs a line with names and a row below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is larger than any sheet that is read here. Save the rows that you need as CSV, in parts if need be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has more than {most} rows. Divide it into several sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workbook has cells far outside of its table, or is too large. Copy the table into a new one, or save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” takes too long to read. Save the table as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t a sheet that can be read. Save it as CSV or XLSX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged. Open it in your spreadsheet program and save it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is protected by a password. Save it without one, or as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” holds what no sheet needs and what can do harm (a DOCTYPE), so it isn&apos;t opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The characters of “{name}” can&apos;t be read. Save it as “CSV UTF-8”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark in line {line} of “{name}” isn&apos;t closed, so the rest can&apos;t be told apart. Close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell that begins in line {line} of “{name}” is longer than any text. A quotation mark isn&apos;t closed there, perhaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table “{table}” in “{name}”. There is: {tables}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet is the result of the batch {batch}, which isn&apos;t in this library, so nobody knows here what was bought. Open that library; or begin a new batch, which buys every row anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet holds rows of several batches: {batches}. Take them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in this folder or below it. Choose one that has some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what this folder may cost in a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{folder}”. Choose one that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column is known to name the pictures. Say which one does: COLUMN=picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell holds a formula&apos;s error. Mend the formula, or write what is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell holds a formula that was never calculated. Open the sheet in your spreadsheet program and save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell is merged with the one above, whose text it doesn&apos;t have. Part them and fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture “{cell}” beside the sheet or in the folders that you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several files could be “{cell}”: {files}. Write the folder into the cell, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{cell}” lies on another computer. Copy the picture here and name it by its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line looks like the sheet&apos;s own total. Leave it out, or give it a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no number of takes from 0 to 99.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model “{model}” for {mode}. Choose one of: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has no prompt. Write one, give one for all such rows, or say that none is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {other} has the same key. Each row needs one of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {other} has the same name “{name}” for its video, or one that differs in capitals only. Give each its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {other} asks for the same, and both would be paid. Leave one out, or ask for two takes of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have this video since {day}: the batch “{batch}” made it of the same pictures, prompt and settings. Leave it out, or say that it is to be another take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have this video since {day}: it was ordered by hand with the same pictures, prompt and settings. Leave it out, or say that it is to be another take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden rows: {count}; rows that can be seen: {shown}. Say whether the hidden ones are left or taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That the sheet is written in {value} is a guess. If its texts look right, say {flag} {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That a {value} stands between the columns is a guess. If it is right, say {flag} {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That the columns&apos; names stand in line {value} is a guess. If it is right, say {flag} {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook has several tables, and “{value}” is only the first. Say {flag} NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That pictures belong together by {value} is a guess. If the pairs look right, say {flag} {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That “{name}” is the {field} is a guess by what stands in it. Say it: COLUMN=FIELD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that could be several files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures on other computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors of formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas without a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet&apos;s own totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes that are no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models that aren&apos;t there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys that are there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of videos that are there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos that you have already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that aren&apos;t offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that the model hasn&apos;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of an odd shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs that don&apos;t match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on tomorrow: today&apos;s sum is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits: the price isn&apos;t the one that you approved. Watch it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder can&apos;t be read now; it is looked for again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by itself: too many of the last ten ended the same way ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not watched any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another computer with this library watches it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{spent} of {cap}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset&apos;s model “{model}” isn&apos;t offered by this version. Choose another preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A watched folder makes a video of each picture, and this preset needs several for one. Choose a preset for one picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ordered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: {pictures} · {prompt} · {options}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{needed} needed of {free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} · guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} (guessed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names in line {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video was ordered before and isn&apos;t ordered again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos were ordered before and aren&apos;t ordered again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row was changed after it had been ordered, and stays as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows were changed after they had been ordered, and stay as they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{name}” isn&apos;t watched for now: too many of the last ten videos ended the same way; the queue says why. File &gt; Batch &gt; Watched folders goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the queue say why. 1 video waits, nothing is lost. Open its sheet again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the queue say why. {count} videos wait, nothing is lost. Open its sheet again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget of the batch “{name}” is used; 1 video waits. Open its sheet again to go on with another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget of the batch “{name}” is used; {count} videos wait. Open its sheet again to go on with another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video of the batch “{name}” waits: a picture or a price isn&apos;t what you approved, or it was ordered on another computer. Open its sheet again to see which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos of the batch “{name}” wait: a picture or a price isn&apos;t what you approved, or they were ordered on another computer. Open its sheet again to see which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for them in a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the standard · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another take · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match the end frames · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make them takes · {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result isn&apos;t written into the sheet itself. Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch from a sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{made} of {pictures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t made. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” doesn&apos;t say which pictures belong together. Write it as *_start=*_end, where the stars stand for the same, or say two (1 and 2, 3 and 4) or chain (1 and 2, 2 and 3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That would be more than {most} rows. Choose fewer prompts or fewer settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than can be pasted. Save it as a sheet and open that as a batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table in the clipboard. Copy the rows in your spreadsheet, with the line that has the names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A “{sign}” in the template has no other half. Write it twice where the sign itself is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template names a column “{column}” that isn&apos;t there. There is: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” doesn&apos;t say what a column is for. Write it as COLUMN=FIELD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{field}” that a column could be for. Choose one of: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column “{column}”. There is: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one column can be the {field}, and these are named so: {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>command line</name>
    <message>
        <source>This kind of workbook doesn&apos;t tell which rows are hidden: all of them are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “{name}” in the library. There is: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” doesn&apos;t say an option and its values. Write OPTION=VALUE,VALUE; options are {options}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written: its folder isn&apos;t there, or something that is no file has its name. Nothing was begun. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result isn&apos;t written into the sheet itself. Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stored} in the library, {wrong} went wrong, {wait} wait; {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row waits: a picture isn&apos;t the file that was approved any more. Nothing of it was sent; the same command approves it as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows wait: a picture isn&apos;t the file that was approved any more. Nothing of them was sent; the same command approves them as they are now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row waits: its price isn&apos;t the one that was approved. The same command approves it as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows wait: their price isn&apos;t the one that was approved. The same command approves them as they are now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video was ordered on another computer and isn&apos;t in the library yet. It isn&apos;t ordered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos were ordered on another computer and aren&apos;t in the library yet. They aren&apos;t ordered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 was taken off the queue, and isn&apos;t ordered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} were taken off the queue, and aren&apos;t ordered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch&apos;s budget is used; 1 video waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch&apos;s budget is used; {count} videos wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row can&apos;t be ordered by this version any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows can&apos;t be ordered by this version any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by itself: too many of the last ten ended the same way ({code}). 1 video waits, nothing is lost. `vidu-desktop batch resume {batch}` goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by itself: too many of the last ten ended the same way ({code}). {count} videos wait, nothing is lost. `vidu-desktop batch resume {batch}` goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is a watched folder. `vidu-desktop watch` goes on with it, by its preset and its sum for a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with --budget what this batch may cost in all; nothing was sent. With --dry-run it is only checked, with --rehearse it is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch would come to {total}, more than its budget of {budget}. Nothing was sent. Raise the budget, take fewer rows, or add --until-budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be made once more: {count}, {price}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be tried again: {count}, {price}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is left to make a video of. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this batch was approved. Run its sheet again with a budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sheet at a time: “{text}” is one too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several batches begin with “{text}”. Give more of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No batch begins with “{text}”. `vidu-desktop batch list` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chain needs at least two stills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with --budget what this chain may cost in all; nothing was sent. With --dry-run it is only checked, with --rehearse it is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what was ordered before, the chain would come to {total}, more than its budget of {budget}. Nothing was sent. Raise the budget, or leave out stills or takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these videos you have {count} already, from the same stills with the same words, the first since {day}. Nothing was sent. Use the name of that chain, or add --again to pay for them once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film and the timeline need names of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{path}”. Make it, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps without a video in the library: {count}. So no film and no timeline was made; above stands what each needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed or taken away meanwhile; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read as a text with a prompt a line. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the prompts is for a gap of the chain. Lines: {lines}; gaps: {gaps}. Give each gap its line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted. Nothing is lost: `vidu-desktop resume` carries on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} leaves the pictures as they are. Use h264 to change size, rate, range or colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is there already and isn&apos;t written over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back from the trash: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made: {path} (colours as they were: matching would not have made them better)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is paused, so nothing new is sent; what was sent before goes on. `vidu-desktop jobs go-on` ends the pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} orders in a row got no answer, and each may have been charged. Nothing more is sent, so that not more is at risk. Look whether the service works; `vidu-desktop jobs go-on` ends the pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service answers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is unfinished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos, {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos, free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue isn&apos;t paused. `vidu-desktop resume` sends what waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of these {count} fits into your budget. {left} is left; what doesn&apos;t fit waits in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fits} of these {count} fit into your budget. {left} is left; what doesn&apos;t fit waits in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key yet, so nothing was sent. Set ZAI_API_KEY or add the key in the window&apos;s settings; or add --rehearse for a free draft made on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Nothing was sent. Set ZAI_API_KEY or add the key in the window&apos;s settings; or add --rehearse for a free draft made on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several jobs begin with “{text}”. Give more of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job begins with “{text}”. `vidu-desktop jobs` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with --per-day what this folder may cost in a day; nothing was begun. With --rehearse it is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with --preset what becomes of the pictures. The window saves presets in each tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching “{folder}”. What appears there becomes a video when it has looked the same for some seconds. Ctrl-C ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder at a time: “{text}” is one too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no folder that is watched, or several are meant. `vidu-desktop watch list` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video is in the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos are in the index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no videos yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: this video can&apos;t be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every video that can be measured is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {count} pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} pictures looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard output couldn&apos;t be written to; what should stand there is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video to make, {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos to make, {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 was ordered before ({price})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} were ordered before ({price})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed after they were ordered, and left as they were: lines {lines}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordered, not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>went wrong; `vidu-desktop batch retry {batch}` tries it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made, and taken out of the library since; take it back from the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>disk</name>
    <message>
        <source>The disk with “{path}” is full. Make room; nothing is lost, and the work goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written to. Allow it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t there. Connect its drive; what is finished waits on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with “{path}” reports an error ({reason}). Check the disk; finished work is fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>download</name>
    <message>
        <source>The link to the video has expired. The service is asked for a fresh one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page or a playlist came instead of the video. Nothing of it was kept; it is asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video came packed, so that it can&apos;t be checked. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came is far larger than any video of the service. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More came than the server had promised, so it can&apos;t be trusted. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link to the video leads where no video of the service can be, so nothing was asked there. The service is asked for another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server with the video can&apos;t be reached. It is tried again by itself; check the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video came too slowly. It is tried again by itself, from where it stopped if that works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download was interrupted. It is tried again by itself, from where it stopped if that works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the video isn&apos;t safe: its certificate was signed by “{signer}”. If your office checks its traffic, its certificate has to be installed in the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the video isn&apos;t safe: its certificate isn&apos;t good. Check the clock and the network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>drops</name>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is on another computer. Copy it to this one, then drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That link leads to no picture. Save the picture first, then drop the file here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>The link to this video was spent before it could be fetched ({date}). It was paid for; its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No link to this video worked, and the day for which the service keeps it is over ({date}). It was paid for; its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such job in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is still on its way. Cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version doesn&apos;t know the model {model}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is ordered already, and isn&apos;t paid a second time. Ask for another take if you want another video of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This video has been ordered again already: see its newer row. Nothing more was ordered. Use its settings again if you want another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program tripped over this job ({kind}) and left it as it is; nothing more was sent. Start the program again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended while this order was being sent. We don&apos;t know yet whether it was charged; we&apos;re checking. It is never sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You paused the queue. Nothing new is sent until you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} orders in a row got no answer, and each may have been charged. Nothing more is sent, so that not more is at risk. Look whether the service works, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There isn&apos;t room on the disk for more videos, so nothing new is sent and nothing is charged. Make room; the queue goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your budget of ${budget} is used up: ${bound} is spent or on its way. Nothing more is sent. Raise the budget in the settings to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job has already ended; there is nothing to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job has left already; it can&apos;t be changed any more. Use its settings again for another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is just now being sent or put away. Wait a moment, then look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We don&apos;t know whether this video was charged. Decide first: send it again with the same request id, or treat it as lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is on its way or done; there is nothing to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program tripped over the service&apos;s answer ({kind}). We don&apos;t know yet whether this video was charged; it is kept and not sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service took this order, but the program tripped ({kind}) before it could write that down. It is being asked for; it isn&apos;t sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to this order was lost. We don&apos;t know yet whether it was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was sent again, and this time the service didn&apos;t take it ({code}). Whether the first one was charged we still don&apos;t know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service knows no task with the task id that you gave. Nothing has changed: look it up and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task id that you gave belongs to another order. Nothing has changed: look it up and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is only for an order whose answer was lost; this job&apos;s state is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That isn&apos;t a task number of the service. Copy it from the service&apos;s console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That task number belongs to another job of yours already. Look for this order&apos;s own number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You treat this order as lost. Should the service have taken it, it was charged once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service doesn&apos;t know this video any more, though it took the order. Its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service keeps videos for one day; this one, ordered on {date}, was gone before it could be fetched. Its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service couldn&apos;t make this video and doesn&apos;t say why. Change the prompt or the picture and try again; a new try is a new order.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fidelity</name>
    <message>
        <source>colours as in the picture (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours moved a little (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours moved visibly (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours moved strongly (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not the view of the picture (structure {structure:.2f}), so colours can&apos;t be compared place by place: mean {mean:.1f}, 95 % under {p95:.1f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes moved visibly (structure {structure:.2f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes moved a little (structure {structure:.2f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shapes as in the picture (structure {structure:.2f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unmoved ({mean:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a little ({mean:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visibly ({mean:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongly ({mean:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a small jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing moves for {seconds:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without any light: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>key</name>
    <message>
        <source>This can&apos;t be a key. Copy it again from the service&apos;s console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file can&apos;t be read. Enter the key again in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets. Use the key for this session only, or choose the unencrypted file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring doesn&apos;t answer. Unlock it, or use the key for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring refused. Unlock it, or use the key for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>length_limit</name>
    <message>
        <source>No more than {most} characters fit in here. The rest was left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>There isn&apos;t enough memory to export this. Choose a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be made: the program failed at writing it ({what}). That isn&apos;t the fault of the video. Nothing half-written is left, and the library is as it was. Another format or size may work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be made: the process that wrote it was ended, perhaps because the machine&apos;s memory ran out. Nothing half-written is left, and the library is as it was. Export it again, or choose a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing half-written is left, and the library is as it was. Make room or choose another folder, then export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export couldn&apos;t be written ({reason}). Nothing half-written is left, and the library is as it was. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is one of the videos that are joined, and stays as it is. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A timeline&apos;s name ends with .otio, .xml or .edl.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A timeline that ends with .edl holds {most} videos and less than a day at most. Nothing was written. Save it as OpenTimelineIO (.otio) or Final Cut Pro 7 XML (.xml).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many frames a second “{name}” has isn&apos;t known, so it has no place in a timeline. Nothing was written; leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A timeline that ends with .{ending} can&apos;t say {rate} frames a second, which “{name}” has. Nothing was written. Save it as OpenTimelineIO (.otio), or export the video with 24 or 25 a second first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that was fetched is gone from this computer. It is fetched again; nothing is charged again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no presets in “{name}” that can be read here. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures that this video was made from aren&apos;t there any more, so there is nothing to lay over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of these videos are missing, so there is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be written. Nothing half-written is left. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video on a picture&apos;s place gives its last frame. To use its settings, drop it beside the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This video has no recipe, so its settings aren&apos;t known. It may come from another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This video was made with {model}, which this version doesn&apos;t know. Nothing was filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are filled in, but these pictures aren&apos;t there any more: {names}. Choose them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {count} are open. For more windows than that, select fewer at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other player is set up here. The video is here: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every missing file was found again by its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program for folders answers here, or the folder has gone. Its place is {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This preset is for {model}, which this version doesn&apos;t know. Nothing was filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files are saved in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video couldn&apos;t be exported. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos couldn&apos;t be exported. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its colours are as they were: matching wouldn&apos;t have made them better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of them has its colours as they were: matching wouldn&apos;t have made them better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of them have their colours as they were: matching wouldn&apos;t have made them better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos were imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 came back from the trash, with its marks and its cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} came back from the trash, with their marks and their cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 was in the library already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} were in the library already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file wasn&apos;t taken, because it isn&apos;t a video or can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files weren&apos;t taken, because they aren&apos;t videos or can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You ended it before the last file; import it again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You ended it before the last {count} files; import them again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video is left out, because its file is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos are left out, because their files are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file was found neither in the library nor in that folder. Try another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} files were found neither in the library nor in that folder. Try another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 video that had been in the trash for long was deleted, as you have set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos that had been in the trash for long were deleted, as you have set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” belongs to the library, where nothing is written over. Choose another name or another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This video isn&apos;t in the library any more, so nothing can be done with it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GIF counts hundredths of a second: more than {most:g} frames a second can&apos;t be told apart. Choose {most:g} or fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That can&apos;t be made: check size, frame rate, and that the out point comes after the in point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format holds pictures of {most} pixels at most, and this one would have {side}. Choose a smaller longer side, or another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clip has {count} frames, and in or out point lie behind its end. Choose them within.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A brace in the name has no other half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” isn&apos;t known. There is: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is longer than {most} characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video is missing; its record is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video was changed since it was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video was renamed or moved; its record now lies beside it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file can&apos;t be read. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no file but a device or a pipe, and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a copy of a video that the library has already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video without a record was taken into the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has no record and isn&apos;t a whole video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds no moving picture, perhaps sound only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is damaged and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was written by a newer version of the program. Update to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two records of the same video; this one was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record that an interrupted renaming left was removed; its video has its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A half-written file that a crash left was removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>money</name>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aspect ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>music</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>{host} sent a page instead of the picture. Save the picture in the browser, then drop the file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {host} sent is far larger than a picture. Nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link leads into this computer or its own network. Nothing was asked there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the network, then drop the link again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} didn&apos;t give the picture. Save it in the browser, then drop the file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t there any more. Put it back or choose another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read ({reason}). Check who may open it, or choose another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the pictures in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a device or a pipe, not a file. Choose a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is empty. Choose another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a drawing (SVG), not a picture. Save it as PNG and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a web page, not a picture. Save the picture itself and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a document (PDF), not a picture. Save the page as PNG and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop document. Save a copy as PNG or JPEG and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a HEIC picture, which can&apos;t be read here. Save a copy as JPEG and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a camera&apos;s raw file. Develop it to JPEG or PNG and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a video or a sound, not a picture. Save one of its frames and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t a picture. PNG, JPEG and WebP are taken; AVIF, BMP, GIF, ICO, JPEG 2000, TGA and TIFF are converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a picture in the format {format}, which can&apos;t be read here. Save a copy as PNG or JPEG and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” keeps brightness beyond white ({format}), which can&apos;t be read here. Choose how bright it should look, save that as PNG and use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a document of {format}. Save a copy as PNG or JPEG there and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is an archive (ZIP), not a picture. Unpack it and choose the pictures in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” moves: it holds several pictures. Save one of them as PNG and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged or not whole. Copy or download it again, or choose another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is {width} × {height}: too many pixels to open safely (at most {most} million here). Save it smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” needs too much memory to open. Save it smaller, as PNG or JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” took too long to open. Save a smaller copy as PNG or JPEG and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” keeps its colours in an unusual way. Save it as PNG with 8 bits and use that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be opened: it is damaged or not what it says. Choose another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A helper of this program can&apos;t be started, so no picture or video can be looked at. Your files aren&apos;t to blame, and nothing is lost. Start the program again; if that doesn&apos;t help, install it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture couldn&apos;t be saved. Make room on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program tripped over this picture ({kind}). Try another one; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>This record is damaged: “{field}” is missing or isn&apos;t readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record was written by a newer version of the program. Update to read it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rehearsal</name>
    <message>
        <source>The rehearsal can&apos;t write to its folder {folder}. Nothing was sent. Make room or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is rehearsing in {folder}. Nothing was sent. Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} can&apos;t be opened: it is in use or not allowed. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>There is no model {model} for {mode}. Choose one of: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} doesn&apos;t offer {option} {value}. Choose one of: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has no option {option}. Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is {width} × {height}. Pictures may be at most four times as long one way as the other. Crop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is {width} × {height}. A reference needs at least {side} pixels each way. Choose a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end frame is {end_width} × {end_height}, the start frame {start_width} × {start_height}. They must be within a fifth of each other. Match the end frame to the start frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt holds bytes that are no characters (it isn&apos;t UTF-8). Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt has {count} characters; {most} are allowed. Shorten it by {over}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture yet. Drop one here or click to choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This mode needs {least} pictures; there is {count}. Add the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This mode takes at most {most} pictures; there are {count}. Take some out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bad} of {pictures} pictures can&apos;t be sent as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of {pictures} pictures can&apos;t be sent as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>The proxy in the system&apos;s settings is a SOCKS proxy of a kind that can&apos;t be used. Nothing is sent without it. Set a SOCKS 5 or HTTP proxy, or none, and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy in the system&apos;s settings isn&apos;t an address that can be used. Nothing is sent without it. Correct it, or set none, and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prepared picture of this order can&apos;t be read. Nothing was sent. Add the picture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key yet. Add it in the settings; rehearsals work without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key has characters that no key has. Copy it again from the service&apos;s site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke while the order was leaving. It was probably not charged, but that isn&apos;t certain, so it isn&apos;t sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s proxy wants a name and a password. Write them into its address in the system&apos;s settings (http://name:password@…), and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s proxy didn&apos;t let us through to {host}. Check the proxy; it is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s proxy can&apos;t be reached. Check the proxy; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} didn&apos;t answer in time. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the network; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate was signed by “{signer}” ({reason}). Nothing was sent. If your office checks its traffic, its certificate has to be installed in the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate isn&apos;t good ({reason}). Nothing was sent. Check the system&apos;s clock and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate isn&apos;t good ({reason}). Nothing was sent. If your office checks its traffic, its certificate has to be installed in the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has taken this order before, so it may have been charged then. It isn&apos;t sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was sent, but its answer was lost. It may have been charged, so it isn&apos;t sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service didn&apos;t give a usable answer just now ({code}). It is asked again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s proxy wants a name and password. Nothing was sent. Put them into the proxy&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service isn&apos;t at this address ({code}). Nothing was charged; your work waits. Check the base address in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the key ({code}). Check it in the settings; paid work waits until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account has no balance left. Top it up on the service&apos;s site; paid work waits until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit of your account is reached ({code}). Paid work waits until the service resets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your plan doesn&apos;t cover this ({code}). Check the plan on the service&apos;s site; paid work waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service doesn&apos;t let your account work now ({code}). Ask the service; paid work waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks us to slow down. It goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s rules don&apos;t allow this prompt or picture ({code}). Change it and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service said no ({code}). Change the order and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service said no ({code}) and doesn&apos;t say why. Change the order and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave up on this video. Change the order and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave up on this video and doesn&apos;t say why. Change the order and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says that the video is done, but not where it is. It is asked again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>The program tripped ({kind}), so that wasn&apos;t done, or only in part. Help &gt; Save a report writes down what is needed to mend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid videos wait, and nothing is sent: {variable} says where to send them, and can&apos;t be used. {why} Start the program again without {variable}, or with an address that works. Rehearsals and what was sent before go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another command is working here; waiting for it to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vidu Desktop&apos;s window is open and works on this library. Use it, or close it first. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Vidu Desktop has been working on this library all the time. Try again later. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>So {variable} is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the service is {url}, from the environment ({variable}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in “{path}” can&apos;t be read. The program starts with its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in “{path}” are damaged. The program starts with its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid videos wait, and nothing is sent: the settings are damaged, so your budget or the service&apos;s address isn&apos;t known. Look at the settings in the window and press Save, or mend “{path}”. Rehearsals and what was sent before go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting “{name}” makes no sense and is left out. Look at the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{url}” isn&apos;t an address of a service. It looks like {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{url}” would send your key unencrypted. Use an address that begins with https.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, not charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the making</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>“{computer}” is working on this library. You can look, search and play; changing it waits until that computer has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{path}” isn&apos;t there. Connect its drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library folder “{path}” isn&apos;t there. Connect its drive, or choose another folder in the settings. Finished videos wait on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was written by a newer version of the program. It can be looked at, but nothing can be changed. Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of jobs was damaged. It is set aside as “{name}”, and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One job was brought back from the second record of orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} jobs were brought back from the second record of orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s index was damaged. It is set aside as “{name}” and was made anew from the records; no video is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>deletion of a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deletion of {count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import of a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import of {count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks of a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks of {count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row taken out of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows taken out of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cell of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cells of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a row another take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make {count} rows takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row left out of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows left out of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row taken into a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows taken into a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another take of a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another take of {count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new name of a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>videos</name>
    <message>
        <source>The file that came is empty. It will be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page came instead of the video, perhaps from a network that asks you to log in. It will be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A playlist came instead of the video itself. It was not opened. It will be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text came instead of the video. It will be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture came instead of the video. It will be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came isn&apos;t an MP4 video. It was not opened. It will be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video is damaged or not whole. It will be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that came has no moving picture in it. It will be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video took too long to check. It will be fetched and checked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video couldn&apos;t be opened: something in it is broken. It will be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read from the disk ({reason}). Check that the drive is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t there any more: it was moved, renamed or deleted outside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no moving picture in it, perhaps sound only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged or isn&apos;t a video. It is left as it is; put a whole copy in its place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
