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
        <source>What is new</source>
        <translation>新变化</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>检查更新</translation>
    </message>
    <message>
        <source>Show releases</source>
        <translation>查看发布页面</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Vidu Desktop {version}</source>
        <translation>Vidu Desktop {version}</translation>
    </message>
    <message>
        <source>Videos from pictures with Z.AI&apos;s Vidu 2: nothing lost, nothing paid twice.</source>
        <translation>用 Z.AI 的 Vidu 2 把图片做成视频：一个不丢，一分不重付。</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>MIT licence. Its icons were drawn for it and are under the same licence. It is not made or endorsed by Z.AI or ShengShu; Vidu is their name.</source>
        <translation>MIT 许可证。图标为本程序绘制，采用同一许可证。本程序并非由 Z.AI 或生数科技制作或认可；Vidu 是其名称。</translation>
    </message>
    <message>
        <source>Qt and PySide6</source>
        <translation>Qt 与 PySide6</translation>
    </message>
    <message>
        <source>LGPL 3, loaded as separate libraries that you may exchange. Qt Multimedia brings FFmpeg libraries under LGPL 2.1.</source>
        <translation>LGPL 3，以独立的库加载，您可以替换。Qt Multimedia 附带 LGPL 2.1 的 FFmpeg 库。</translation>
    </message>
    <message>
        <source>PyAV with FFmpeg, x264 and x265</source>
        <translation>PyAV，含 FFmpeg、x264 与 x265</translation>
    </message>
    <message>
        <source>PyAV is under the BSD licence. Its ready-made packages carry x264 and x265 under the GPL 2 or later: a bundle with them is under the GPL as a whole.</source>
        <translation>PyAV 采用 BSD 许可证。它的预编译包带有 GPL 2 或更新版本的 x264 与 x265：包含它们的安装包整体适用 GPL。</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>httpx, qasync, starlette, uvicorn (BSD), Pillow (MIT-CMU), keyring, platformdirs, truststore, rich (MIT), certifi (MPL 2.0). NOTICE.md in the packaging folder has the whole list.</source>
        <translation>httpx、qasync、starlette、uvicorn（BSD），Pillow（MIT-CMU），keyring、platformdirs、truststore、rich（MIT），certifi（MPL 2.0）。完整清单见 packaging 文件夹中的 NOTICE.md。</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Generate {count} · {price}</source>
        <translation>生成 {count} 个 · {price}</translation>
    </message>
    <message>
        <source>Generate · {price}</source>
        <translation>生成 · {price}</translation>
    </message>
    <message>
        <source>Generate {count}</source>
        <translation>生成 {count} 个</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Rehearse {count} · free</source>
        <translation>预演 {count} 个 · 免费</translation>
    </message>
    <message>
        <source>Rehearse · free</source>
        <translation>预演 · 免费</translation>
    </message>
    <message>
        <source>Make it with the service</source>
        <translation>交给服务制作</translation>
    </message>
    <message>
        <source>Try it on this computer, for nothing</source>
        <translation>在这台电脑上试一试，不花钱</translation>
    </message>
    <message>
        <source>Send {count} videos for {price}</source>
        <translation>发送 {count} 个视频，共 {price}</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>先不发</translation>
    </message>
    <message>
        <source>What it costs isn&apos;t known. Rehearsing is free; give the price to generate.</source>
        <translation>不知道费用是多少。预演免费；要生成请先填写价格。</translation>
    </message>
    <message>
        <source>Give price…</source>
        <translation>填写价格…</translation>
    </message>
    <message>
        <source>No API key yet. Rehearsing needs none; add one to generate.</source>
        <translation>还没有 API 密钥。预演不需要密钥；要生成请先添加。</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>添加密钥…</translation>
    </message>
    <message>
        <source>{count} videos will be charged {price} in all.</source>
        <translation>{count} 个视频合计将扣费 {price}。</translation>
    </message>
    <message>
        <source>{money} of your budget is left.</source>
        <translation>预算还剩 {money}。</translation>
    </message>
    <message>
        <source>It doesn&apos;t fit into your budget. {money} is left; it would wait in line.</source>
        <translation>超出预算。预算还剩 {money}；它会在队列中等待。</translation>
    </message>
    <message>
        <source>1 of these {count} fits into your budget. {money} is left; the others would wait in line.</source>
        <translation>这 {count} 个中有 1 个在预算之内。预算还剩 {money}；其余会在队列中等待。</translation>
    </message>
    <message>
        <source>None of these {count} fits into your budget. {money} is left; they would wait in line.</source>
        <translation>这 {count} 个都超出预算。预算还剩 {money}；它们会在队列中等待。</translation>
    </message>
    <message>
        <source>{fitting} of these {count} fit into your budget. {money} is left; the others would wait in line.</source>
        <translation>这 {count} 个中有 {fitting} 个在预算之内。预算还剩 {money}；其余会在队列中等待。</translation>
    </message>
</context>
<context>
    <name>ArrangementChoice</name>
    <message>
        <source>{count} shots in a row: 1–2, 2–3 …</source>
        <translation>{count} 个连续镜头：1–2、2–3 …</translation>
    </message>
    <message>
        <source>{count} pairs: 1–2, 3–4 …</source>
        <translation>{count} 对：1–2、3–4 …</translation>
    </message>
    <message>
        <source>The first two</source>
        <translation>前两张</translation>
    </message>
    <message>
        <source>1 pair: 1–2</source>
        <translation>1 对：1–2</translation>
    </message>
    <message>
        <source>What the pictures become</source>
        <translation>这些图片怎么用</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Batch from “{name}”</source>
        <translation>来自“{name}”的批量任务</translation>
    </message>
    <message>
        <source>Save the result…</source>
        <translation>保存结果…</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Checking the rows…</source>
        <translation>正在检查各行…</translation>
    </message>
    <message>
        <source>Run {count} first · {total}</source>
        <translation>先做 {count} 个 · {total}</translation>
    </message>
    <message>
        <source>Rehearse {count} · free</source>
        <translation>预演 {count} 个 · 免费</translation>
    </message>
    <message>
        <source>Again for the rejected ones · {count} · {total}</source>
        <translation>弃用的重做 · {count} 个 · {total}</translation>
    </message>
    <message>
        <source>Run {count} · {total}</source>
        <translation>运行 {count} 个 · {total}</translation>
    </message>
    <message>
        <source>Run until the budget · {count} · {total}</source>
        <translation>做到预算用完为止 · {count} 个 · {total}</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>1 个视频</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>{count} 个视频</translation>
    </message>
    <message>
        <source>without 1 row in which something is wrong: mend it or leave it out before anything is sent</source>
        <translation>不含有问题的 1 行：请改好或排除，然后才能发送</translation>
    </message>
    <message>
        <source>without {count} rows in which something is wrong: mend them or leave them out before anything is sent</source>
        <translation>不含有问题的 {count} 行：请改好或排除，然后才能发送</translation>
    </message>
    <message>
        <source>the budget doesn&apos;t pay for one more: {taken} of it is used</source>
        <translation>预算不够再做一个；已用去 {taken}</translation>
    </message>
    <message>
        <source>the budget is no amount</source>
        <translation>预算不是一个金额</translation>
    </message>
    <message>
        <source>add a key in the settings to run it; rehearsing needs none</source>
        <translation>要运行，请在设置中添加密钥；预演不需要密钥</translation>
    </message>
    <message>
        <source>{done} of 1 picture looked at</source>
        <translation>已检查 {done} 张图片，共 1 张</translation>
    </message>
    <message>
        <source>{done} of {count} pictures looked at</source>
        <translation>已检查 {done} 张图片，共 {count} 张</translation>
    </message>
</context>
<context>
    <name>BatchFoot</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Budget {sign}</source>
        <translation>预算 {sign}</translation>
    </message>
    <message>
        <source>Budget of the batch in {currency}</source>
        <translation>批量任务的预算（{currency}）</translation>
    </message>
    <message>
        <source>The batch stops by itself before it would cost more than this in all.</source>
        <translation>总费用将要超过这个数之前，批量任务会自行停止。</translation>
    </message>
</context>
<context>
    <name>BatchGroups</name>
    <message>
        <source>Which rows are shown</source>
        <translation>显示哪些行</translation>
    </message>
    <message>
        <source>Hidden rows</source>
        <translation>隐藏的行</translation>
    </message>
    <message>
        <source>Hidden rows: leave or take?</source>
        <translation>隐藏的行：不要还是要？</translation>
    </message>
    <message>
        <source>Leave hidden rows out</source>
        <translation>不要隐藏的行</translation>
    </message>
    <message>
        <source>Take hidden rows, too</source>
        <translation>隐藏的行也要</translation>
    </message>
    <message>
        <source>All rows · {count}</source>
        <translation>全部行 · {count}</translation>
    </message>
    <message>
        <source>Leave out · {count}</source>
        <translation>排除 · {count}</translation>
    </message>
    <message>
        <source>Take in · {count}</source>
        <translation>纳入 · {count}</translation>
    </message>
</context>
<context>
    <name>BatchReading</name>
    <message>
        <source>Reading the sheet…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>Table of the workbook</source>
        <translation>工作簿中的工作表</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Which pictures belong together</source>
        <translation>哪些图片是一组</translation>
    </message>
    <message>
        <source>A pattern such as *_start=*_end can be typed: the stars stand for the same.</source>
        <translation>可以输入 *_start=*_end 这样的模式：星号代表相同的部分。</translation>
    </message>
    <message>
        <source>Columns are separated by</source>
        <translation>列分隔符</translation>
    </message>
    <message>
        <source>Line with the columns&apos; names</source>
        <translation>列名所在的行</translation>
    </message>
    <message>
        <source>Each picture by itself</source>
        <translation>每张图片单独一个</translation>
    </message>
    <message>
        <source>Pairs, guessed by their names</source>
        <translation>按文件名猜测成对</translation>
    </message>
    <message>
        <source>Pairs by order: 1 and 2, 3 and 4</source>
        <translation>按顺序成对：1 和 2，3 和 4</translation>
    </message>
    <message>
        <source>A chain: 1 and 2, 2 and 3</source>
        <translation>首尾相接：1 和 2，2 和 3</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Look at the pictures again</source>
        <translation>重新查看图片</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Names in line {line}</source>
        <translation>列名在第 {line} 行</translation>
    </message>
</context>
<context>
    <name>BatchRowsView</name>
    <message>
        <source>Rows of the sheet</source>
        <translation>表格的行</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Leave these rows out, or take them in</source>
        <translation>排除这些行，或纳入它们</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Changed here. In the sheet it is “{text}”.</source>
        <translation>已在此处修改。表格中是“{text}”。</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>会变成什么</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>原样保留</translation>
    </message>
</context>
<context>
    <name>BatchWishes</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What the column is for</source>
        <translation>这一列的用途</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>原样保留</translation>
    </message>
    <message>
        <source>Prompt for rows without one. Several lines: each row is made with each line</source>
        <translation>给没有提示词的行用的提示词。写多行时，每一行都按各条提示词各做一个</translation>
    </message>
    <message>
        <source>Prompts for rows without one, one in a line</source>
        <translation>给没有提示词的行用的提示词，每行一条</translation>
    </message>
    <message>
        <source>The name of a column in braces stands for its text: {name} turns[, in {colour}]. What stands in square brackets goes when its column is empty.</source>
        <translation>花括号中的列名代表该列的文字：{name} turns[, in {colour}]。方括号中的内容在其列为空时省略。</translation>
    </message>
    <message>
        <source>No prompt is meant</source>
        <translation>确实不要提示词</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>With several values of a setting, each row is made with each of them.</source>
        <translation>一项设置有多个值时，每一行按每个值各做一个。</translation>
    </message>
    <message>
        <source>Names of the files, made of columns, such as {example}</source>
        <translation>由列组成的文件名，例如 {example}</translation>
    </message>
    <message>
        <source>Names of the files, made of columns</source>
        <translation>由列组成的文件名</translation>
    </message>
    <message>
        <source>Takes of each row</source>
        <translation>每行的条数</translation>
    </message>
    <message>
        <source>is for</source>
        <translation>用作</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>条数</translation>
    </message>
</context>
<context>
    <name>BoardDialog</name>
    <message>
        <source>Chain board</source>
        <translation>镜头链板</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>链板</translation>
    </message>
    <message>
        <source>More for this board</source>
        <translation>此板的更多操作</translation>
    </message>
    <message>
        <source>New board…</source>
        <translation>新建链板…</translation>
    </message>
    <message>
        <source>Add stills…</source>
        <translation>添加静帧…</translation>
    </message>
    <message>
        <source>Play as a film</source>
        <translation>作为片子播放</translation>
    </message>
    <message>
        <source>Export as a film…</source>
        <translation>导出为片子…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Rename the board…</source>
        <translation>重命名此板…</translation>
    </message>
    <message>
        <source>Review packet…</source>
        <translation>审片包…</translation>
    </message>
    <message>
        <source>Delete the board</source>
        <translation>删除此板</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新建链板</translation>
    </message>
    <message>
        <source>Rename the board</source>
        <translation>重命名此板</translation>
    </message>
    <message>
        <source>Name of the board</source>
        <translation>链板名称</translation>
    </message>
    <message>
        <source>add a key in the settings to make videos; rehearsing needs none</source>
        <translation>要制作视频，请在设置中添加密钥；预演不需要密钥</translation>
    </message>
    <message>
        <source>the budget is no amount</source>
        <translation>预算不是一个金额</translation>
    </message>
    <message>
        <source>Make what is missing · {count} · {total}</source>
        <translation>制作缺少的 · {count} 个 · {total}</translation>
    </message>
    <message>
        <source>Make out-of-date ones too · {count} · {total}</source>
        <translation>过时的也制作 · {count} 个 · {total}</translation>
    </message>
    <message>
        <source>Rehearse all · {count} · free</source>
        <translation>全部预演 · {count} 个 · 免费</translation>
    </message>
    <message>
        <source>You have 1 of these videos already, from elsewhere. Make it again, too.</source>
        <translation>其中 1 个视频您已从别处有了。也重新制作。</translation>
    </message>
    <message>
        <source>You have {count} of these videos already, from elsewhere. Make them again, too.</source>
        <translation>其中 {count} 个视频您已从别处有了。也重新制作。</translation>
    </message>
    <message>
        <source>No gap changes</source>
        <translation>没有间隔会改变</translation>
    </message>
    <message>
        <source>1 gap changes · {total}</source>
        <translation>1 个间隔有变化 · {total}</translation>
    </message>
    <message>
        <source>{count} gaps change · {total}</source>
        <translation>{count} 个间隔有变化 · {total}</translation>
    </message>
    <message>
        <source>Choose a gap to write its prompt, to play its video, or to put a hard cut there.</source>
        <translation>选择一个间隔，可以写它的提示词、播放它的视频，或在那里设硬切。</translation>
    </message>
    <message>
        <source>Drop stills here, paste them, or choose them. Each two neighbours become one video, so all are made at once and meet where they join.</source>
        <translation>把静帧拖到这里，或粘贴、选择。每两张相邻的做成一个视频，所有视频一次做成，并在相接处吻合。</translation>
    </message>
</context>
<context>
    <name>BoardStrip</name>
    <message>
        <source>Stills and the gaps between them</source>
        <translation>静帧及其间隔</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation>换一张图片…</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Go there in the film</source>
        <translation>在片子中跳到这里</translation>
    </message>
</context>
<context>
    <name>BoardWishes</name>
    <message>
        <source>Prompt for all gaps without one of their own</source>
        <translation>给没有自己提示词的间隔用的提示词</translation>
    </message>
    <message>
        <source>Prompt for all gaps</source>
        <translation>所有间隔的提示词</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Takes of each gap</source>
        <translation>每个间隔的条数</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>The last still leads back to the first.</source>
        <translation>最后一张静帧接回第一张。</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>条数</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Stop waiting?</source>
        <translation>停止等待？</translation>
    </message>
    <message>
        <source>It has been charged {price}</source>
        <translation>已经扣费 {price}</translation>
    </message>
    <message>
        <source>Stopping doesn&apos;t bring the money back. Keep the result when it comes?</source>
        <translation>停止等待不会退钱。结果来了还要保留吗？</translation>
    </message>
    <message>
        <source>{price} have been charged for {count} videos</source>
        <translation>{count} 个视频已扣费 {price}</translation>
    </message>
    <message>
        <source>Stopping doesn&apos;t bring the money back. Keep the results when they come?</source>
        <translation>停止等待不会退钱。结果来了还要保留吗？</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Take off the queue?</source>
        <translation>移出队列？</translation>
    </message>
    <message>
        <source>Take this video off the queue?</source>
        <translation>把这个视频移出队列？</translation>
    </message>
    <message>
        <source>Nothing is charged.</source>
        <translation>不会扣费。</translation>
    </message>
    <message>
        <source>Take {count} videos off the queue?</source>
        <translation>把 {count} 个视频移出队列？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移出队列</translation>
    </message>
</context>
<context>
    <name>ClearedBar</name>
    <message>
        <source>1 row taken out of the queue. Finished videos stay in the library.</source>
        <translation>已把 1 行移出队列。做好的视频仍在素材库中。</translation>
    </message>
    <message>
        <source>{count} rows taken out of the queue. Finished videos stay in the library.</source>
        <translation>已把 {count} 行移出队列。做好的视频仍在素材库中。</translation>
    </message>
</context>
<context>
    <name>ClipBar</name>
    <message>
        <source>No prompt</source>
        <translation>没有提示词</translation>
    </message>
    <message>
        <source>{number} of {count}: {title}</source>
        <translation>第 {number} 个，共 {count} 个：{title}</translation>
    </message>
</context>
<context>
    <name>ClipColumn</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>条次</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审片结论</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>制作方式</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>选用条</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已弃用</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>ClipDetails</name>
    <message>
        <source>Made from</source>
        <translation>制作方式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>提交的要求</translation>
    </message>
    <message>
        <source>{seconds} s at {size}</source>
        <translation>{seconds} 秒，{size}</translation>
    </message>
    <message>
        <source>free, a rehearsal</source>
        <translation>免费，预演</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>{seconds} s, {frames} frames at {fps}</source>
        <translation>{seconds} 秒，{frames} 帧，{fps}</translation>
    </message>
    <message>
        <source>Coded as</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Play as &amp;one film</source>
        <translation>作为一部片子播放(&amp;O)</translation>
    </message>
    <message>
        <source>Same &amp;again, but…</source>
        <translation>照此再做，但改一处(&amp;A)…</translation>
    </message>
    <message>
        <source>Save as pr&amp;eset…</source>
        <translation>存为预设(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy the prompt</source>
        <translation>复制提示词(&amp;C)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Last frame as next &amp;picture</source>
        <translation>最后一帧作为下一张图片(&amp;P)</translation>
    </message>
    <message>
        <source>Last frame as next &amp;start frame</source>
        <translation>最后一帧作为下一个首帧(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;First frame onto the chain board</source>
        <translation>第一帧放到镜头链板(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last frame onto the chain board</source>
        <translation>最后一帧放到镜头链板(&amp;L)</translation>
    </message>
    <message>
        <source>Last frame on the s&amp;helf…</source>
        <translation>最后一帧放入主体库(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>弃用(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>星标(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Winner of its shot</source>
        <translation>设为镜头的选用条(&amp;W)</translation>
    </message>
    <message>
        <source>P&amp;ut into a shot…</source>
        <translation>归入镜头(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>备注(&amp;N)…</translation>
    </message>
    <message>
        <source>Rena&amp;me the file…</source>
        <translation>重命名文件(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>对比(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;ompare with its pictures</source>
        <translation>与原图对比(&amp;O)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Join in this order…</source>
        <translation>按此顺序拼接(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Timeline for an editor…</source>
        <translation>剪辑软件时间线(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Contact sheet…</source>
        <translation>缩略图表(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Review packet…</source>
        <translation>审片包(&amp;R)…</translation>
    </message>
    <message>
        <source>S&amp;how in folder</source>
        <translation>在文件夹中显示(&amp;H)</translation>
    </message>
    <message>
        <source>Open in another p&amp;layer</source>
        <translation>用其他播放器打开(&amp;L)</translation>
    </message>
    <message>
        <source>Find the missing fi&amp;le…</source>
        <translation>寻找丢失的文件(&amp;L)…</translation>
    </message>
    <message>
        <source>Mo&amp;ve to the trash</source>
        <translation>移到回收站(&amp;V)</translation>
    </message>
    <message>
        <source>This video&apos;s file is missing: it was moved, renamed or deleted outside the program. “Find the missing file…” in its menu looks for it.</source>
        <translation>这个视频的文件丢失：它在程序之外被移动、改名或删除了。用它的菜单中的“寻找丢失的文件…”可以寻找。</translation>
    </message>
    <message>
        <source>The winner is one of the takes of a shot, and this video isn&apos;t in one. Put it into a shot first.</source>
        <translation>选用条是镜头中的一条，而这个视频还不在任何镜头里。请先把它归入镜头。</translation>
    </message>
    <message>
        <source>A shot has one winner. Select one video.</source>
        <translation>一个镜头只有一条选用条。请只选择一个视频。</translation>
    </message>
    <message>
        <source>That takes two videos or more. Select them first.</source>
        <translation>这需要两个或更多视频。请先选择它们。</translation>
    </message>
    <message>
        <source>&amp;First and last frame</source>
        <translation>第一帧和最后一帧(&amp;F)</translation>
    </message>
    <message>
        <source>Export &amp;in other ways</source>
        <translation>以其他方式导出(&amp;I)</translation>
    </message>
    <message>
        <source>Ratin&amp;g</source>
        <translation>评分(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;No rating</source>
        <translation>不评分(&amp;N)</translation>
    </message>
</context>
<context>
    <name>ClipTile</name>
    <message>
        <source>winner of its shot</source>
        <translation>镜头的选用条</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已弃用</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>有星标</translation>
    </message>
    <message>
        <source>{stars} of 5 stars</source>
        <translation>{stars} 星（满分 5 星）</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>on the stage</source>
        <translation>正在监看窗中</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>文件丢失</translation>
    </message>
    <message>
        <source>{size}, {seconds} s at {fps} frames a second, {bytes}</source>
        <translation>{size}，{seconds} 秒，每秒 {fps} 帧，{bytes}</translation>
    </message>
    <message>
        <source>The file is missing: it was moved, renamed or deleted outside the program.</source>
        <translation>文件丢失：它在程序之外被移动、改名或删除了。</translation>
    </message>
    <message>
        <source>no marks</source>
        <translation>没有标记</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>{first} and {second} frames: the shorter one stands on its last.</source>
        <translation>{first} 帧与 {second} 帧：较短的一个停在最后一帧。</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>No difference in this frame</source>
        <translation>这一帧没有差异</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>划像</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>its end frame</source>
        <translation>它的尾帧</translation>
    </message>
    <message>
        <source>its start frame</source>
        <translation>它的首帧</translation>
    </message>
    <message>
        <source>{first} compared with {second}</source>
        <translation>{first} 与 {second} 对比</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>实际像素</translation>
    </message>
    <message>
        <source>Strength of the difference</source>
        <translation>差值强度</translation>
    </message>
    <message>
        <source>How much of the second is seen</source>
        <translation>第二个显示多少</translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation>首帧</translation>
    </message>
    <message>
        <source>End frame</source>
        <translation>尾帧</translation>
    </message>
</context>
<context>
    <name>ComposePane</name>
    <message>
        <source>1 picture: {count} videos, {price}</source>
        <translation>1 张图片：{count} 个视频，{price}</translation>
    </message>
    <message>
        <source>{pictures} pictures: {count} videos, {price}</source>
        <translation>{pictures} 张图片：{count} 个视频，{price}</translation>
    </message>
    <message>
        <source>One thing to put right first.</source>
        <translation>还有一处要先改正。</translation>
    </message>
    <message>
        <source>{count} things to put right first.</source>
        <translation>还有 {count} 处要先改正。</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Rehearse, free</source>
        <translation>预演，免费(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Choose pictures…</source>
        <translation>选择图片(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Earlier prompts…</source>
        <translation>以前的提示词(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;helf…</source>
        <translation>主体库(&amp;H)…</translation>
    </message>
</context>
<context>
    <name>DecideBar</name>
    <message>
        <source>A wins</source>
        <translation>选用 A</translation>
    </message>
    <message>
        <source>B wins</source>
        <translation>选用 B</translation>
    </message>
    <message>
        <source>Next take</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>The next take comes in the place of the other one</source>
        <translation>下一条取代另一条的位置</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Select a video to see everything about it.</source>
        <translation>选择一个视频，这里就显示它的全部信息。</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>{count} 个视频</translation>
    </message>
    <message>
        <source>Put into a shot</source>
        <translation>归入镜头</translation>
    </message>
    <message>
        <source>Take the tag “{tag}” away</source>
        <translation>去掉标签“{tag}”</translation>
    </message>
    <message>
        <source>Not there any more: {names}</source>
        <translation>已不在原处：{names}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Project and shot</source>
        <translation>项目与镜头</translation>
    </message>
    <message>
        <source>Add tags, with commas between</source>
        <translation>添加标签，用逗号隔开</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Copy the whole SHA-256</source>
        <translation>复制完整的 SHA-256</translation>
    </message>
</context>
<context>
    <name>EarlyPress</name>
    <message>
        <source>What you chose is on its way into the tab…</source>
        <translation>所选内容正在放入标签页…</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>正在检查图片…</translation>
    </message>
    <message>
        <source>It is ordered as soon as the pictures are looked at. Escape takes it back, and so does closing the window.</source>
        <translation>图片检查完就会下单。按 Escape 可以撤回，关闭窗口也会撤回。</translation>
    </message>
    <message>
        <source>If it doesn&apos;t come, Escape calls it off.</source>
        <translation>如果一直没有放入，按 Escape 可取消。</translation>
    </message>
    <message>
        <source>Nothing was ordered: the window was still being opened. See what is in it, then press again.</source>
        <translation>没有下单：窗口当时还没有打开完。请看看里面有什么，然后再按一次。</translation>
    </message>
    <message>
        <source>Nothing was ordered: what you chose last wasn&apos;t in the tab yet. See what is in it, then press again.</source>
        <translation>没有下单：最后选择的内容当时还没有放进标签页。请看看里面有什么，然后再按一次。</translation>
    </message>
    <message>
        <source>Taken back: nothing was ordered.</source>
        <translation>已撤回：没有下单。</translation>
    </message>
    <message>
        <source>Called off: the tab stays as it is, and nothing was ordered.</source>
        <translation>已取消：标签页保持原样，没有下单。</translation>
    </message>
    <message>
        <source>Nothing was ordered: it was changed while its pictures were looked at. Press again.</source>
        <translation>没有下单：检查图片时内容被更改了。请再按一次。</translation>
    </message>
</context>
<context>
    <name>EditedJob</name>
    <message>
        <source>This rehearsal is off the queue while you change it. Rehearse puts it back in its place.</source>
        <translation>修改期间，这次预演不在队列中。点“预演”就放回原来的位置。</translation>
    </message>
    <message>
        <source>This job is off the queue while you change it. Generate puts it back in its place.</source>
        <translation>修改期间，这个任务不在队列中。点“生成”就放回原来的位置。</translation>
    </message>
    <message>
        <source>Put back unchanged</source>
        <translation>不改，放回去</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Open the trash…</source>
        <translation>打开回收站…</translation>
    </message>
    <message>
        <source>The library is empty, and 1 video is in the trash</source>
        <translation>素材库是空的，回收站中有 1 个视频</translation>
    </message>
    <message>
        <source>The library is empty, and {count} videos are in the trash</source>
        <translation>素材库是空的，回收站中有 {count} 个视频</translation>
    </message>
    <message>
        <source>They stay there with all that was noted about them until you delete them.</source>
        <translation>它们连同所有标注一直留在那里，直到您删除。</translation>
    </message>
    <message>
        <source>No videos yet</source>
        <translation>还没有视频</translation>
    </message>
    <message>
        <source>Every finished video lands here, as a plain file that any program can open. Drop videos here to import them.</source>
        <translation>完成的视频都放在这里，是任何程序都能打开的普通文件。把视频拖到这里即可导入。</translation>
    </message>
</context>
<context>
    <name>EmptyStage</name>
    <message>
        <source>Your video plays here</source>
        <translation>视频在这里播放</translation>
    </message>
    <message>
        <source>It begins by itself when it is finished. The queue shows how far it is.</source>
        <translation>完成后会自动开始播放。进度见队列。</translation>
    </message>
    <message>
        <source>Write what should move, then rehearse for free or generate.</source>
        <translation>写下要动什么，然后免费预演，或者生成。</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Save the timeline</source>
        <translation>保存时间线</translation>
    </message>
    <message>
        <source>{name} timeline</source>
        <translation>{name} 时间线</translation>
    </message>
    <message>
        <source>Save the contact sheet</source>
        <translation>保存缩略图表</translation>
    </message>
    <message>
        <source>{name} contact sheet</source>
        <translation>{name} 缩略图表</translation>
    </message>
    <message>
        <source>Numbered pictures (*.png)</source>
        <translation>编号图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the film</source>
        <translation>保存片子</translation>
    </message>
    <message>
        <source>Exporting {number} of {count}: {name}</source>
        <translation>正在导出第 {number} 个，共 {count} 个：{name}</translation>
    </message>
    <message>
        <source>{name} review</source>
        <translation>{name} 审片</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export this video</source>
        <translation>导出这个视频</translation>
    </message>
    <message>
        <source>Export {count} videos</source>
        <translation>导出 {count} 个视频</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>{size} in all</source>
        <translation>共 {size}</translation>
    </message>
    <message>
        <source>Between {low} and {high}, by what moves in the pictures</source>
        <translation>{low} 到 {high} 之间，视画面运动多少而定</translation>
    </message>
</context>
<context>
    <name>ExportNames</name>
    <message>
        <source>There is: {fields}. {{take:03}} has three digits.</source>
        <translation>可用：{fields}。{{take:03}} 表示三位数。</translation>
    </message>
    <message>
        <source>Where the files go</source>
        <translation>文件放在哪里</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder, or type one; then the export can begin.</source>
        <translation>选择或输入一个文件夹，就可以开始导出。</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>没有“{folder}”这个文件夹。</translation>
    </message>
    <message>
        <source>This folder isn&apos;t there yet: it will be made.</source>
        <translation>这个文件夹还不存在，导出时会新建。</translation>
    </message>
    <message>
        <source>“{name}” is there already and stays as it is.</source>
        <translation>“{name}”已经存在，保持不变。</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>导出到</translation>
    </message>
</context>
<context>
    <name>ExportPictures</name>
    <message>
        <source>{side} pixels</source>
        <translation>{side} 像素</translation>
    </message>
    <message>
        <source>{rate:g} a second</source>
        <translation>每秒 {rate:g} 张</translation>
    </message>
    <message>
        <source>every frame</source>
        <translation>一拍一（逐帧）</translation>
    </message>
    <message>
        <source>on twos</source>
        <translation>一拍二</translation>
    </message>
    <message>
        <source>on threes</source>
        <translation>一拍三</translation>
    </message>
    <message>
        <source>Forwards and back</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Match colours to its pictures</source>
        <translation>使色彩与原图一致</translation>
    </message>
    <message>
        <source>Takes back the colour shift that the service brings in, from the first frame and, where there is one, the end frame. Where nothing would become better, the colours stay.</source>
        <translation>消除服务带来的偏色，以首帧为准，有尾帧时也参照尾帧。不会变得更好的地方，色彩保持原样。</translation>
    </message>
    <message>
        <source>The file is copied, so nothing here can be set. For another size, other frames or a part, choose “{format}”, for example.</source>
        <translation>文件会原样复制，所以下面的选项不能设置。如需其他尺寸、帧率或其中一段，请选择例如“{format}”。</translation>
    </message>
    <message>
        <source>First frame of the range</source>
        <translation>范围的第一帧</translation>
    </message>
    <message>
        <source>Last frame of the range</source>
        <translation>范围的最后一帧</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>长边</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>拍数</translation>
    </message>
    <message>
        <source>From frame</source>
        <translation>从第几帧</translation>
    </message>
    <message>
        <source>MP4, as it is</source>
        <translation>MP4，原样</translation>
    </message>
    <message>
        <source>MP4 without the settings inside</source>
        <translation>MP4，不含设置信息</translation>
    </message>
    <message>
        <source>MP4, encoded anew</source>
        <translation>MP4，重新编码</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>WebP, animated</source>
        <translation>WebP 动图</translation>
    </message>
    <message>
        <source>Numbered PNG pictures</source>
        <translation>编号的 PNG 图片</translation>
    </message>
    <message>
        <source>ProRes 422, for editing</source>
        <translation>ProRes 422，用于剪辑</translation>
    </message>
    <message>
        <source>One frame as PNG</source>
        <translation>单帧，PNG</translation>
    </message>
</context>
<context>
    <name>ExportPresetRow</name>
    <message>
        <source>A name to save this under</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>FetchLinkDialog</name>
    <message>
        <source>Fetch a picture</source>
        <translation>下载图片</translation>
    </message>
    <message>
        <source>Fetch this picture from {host}?</source>
        <translation>从 {host} 下载这张图片？</translation>
    </message>
    <message>
        <source>The program asks there once, without your key and without cookies.</source>
        <translation>程序只向那里请求一次，不带您的密钥，也不带 Cookie。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不下载</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>下载</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>These numbers</source>
        <translation>这些数字</translation>
    </message>
    <message>
        <source>say how much is different, not whether it is good; camera moves and rehearsals count, too</source>
        <translation>只说明差异有多大，不代表好坏；镜头运动和预演也计算在内</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Saved searches</source>
        <translation>已存的搜索</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存这次搜索</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Don&apos;t filter by “{filter}”</source>
        <translation>不再按“{filter}”筛选</translation>
    </message>
    <message>
        <source>{price} a kept one</source>
        <translation>每个保留的 {price}</translation>
    </message>
    <message>
        <source>What was paid for all videos here, also the rejected ones, divided by those of them that you kept. Filters by decision, star and rating don&apos;t change it. Rehearsals, videos whose cost isn&apos;t known, and the trash don&apos;t count.</source>
        <translation>这里所有视频的花费（含弃用的），除以其中您保留的个数。按审片结论、星标和评分筛选不会改变它。预演、费用未知的视频和回收站不计入。</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>找到 1 个</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 个</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>1 个视频</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>{count} 个视频</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter and saved searches</source>
        <translation>筛选与已存的搜索</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Sort the library</source>
        <translation>素材库排序</translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation>颠倒顺序</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>以列表显示</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>All jobs</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>Show only one kind of jobs</source>
        <translation>只显示一类任务</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Made from</source>
        <translation>制作方式</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>有星标</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审片结论</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Rehearsal or real</source>
        <translation>预演或正式</translation>
    </message>
    <message>
        <source>Project and shot</source>
        <translation>项目与镜头</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>保存这次搜索…</translation>
    </message>
    <message>
        <source>Forget a saved search</source>
        <translation>忘掉一个已存的搜索</translation>
    </message>
</context>
<context>
    <name>FrameController</name>
    <message>
        <source>Save this frame</source>
        <translation>保存这一帧</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
</context>
<context>
    <name>FrameOut</name>
    <message>
        <source>frame {number}</source>
        <translation>第 {number} 帧</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>Video: {title}</source>
        <translation>视频：{title}</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>没有提示词</translation>
    </message>
</context>
<context>
    <name>FramingChoice</name>
    <message>
        <source>Cut</source>
        <translation>裁切</translation>
    </message>
    <message>
        <source>Black bars</source>
        <translation>黑边</translation>
    </message>
    <message>
        <source>Blurred bars</source>
        <translation>模糊边</translation>
    </message>
    <message>
        <source>Fit into the video&apos;s shape</source>
        <translation>适配视频的画幅</translation>
    </message>
    <message>
        <source>What lies outside of the frame is cut off. Drag the frame to choose.</source>
        <translation>框外的部分会被裁掉。拖动方框来选取。</translation>
    </message>
    <message>
        <source>Pictures of another shape are cut evenly at two sides.</source>
        <translation>画幅不同的图片，两侧各裁去同样多。</translation>
    </message>
    <message>
        <source>The picture stays whole, with black bars beside it.</source>
        <translation>图片保持完整，旁边补黑边。</translation>
    </message>
    <message>
        <source>The picture stays whole, with itself beside it, large and blurred.</source>
        <translation>图片保持完整，旁边用放大并模糊的原图填充。</translation>
    </message>
</context>
<context>
    <name>GapEditor</name>
    <message>
        <source>Prompt of this gap</source>
        <translation>这个间隔的提示词</translation>
    </message>
    <message>
        <source>as the board</source>
        <translation>同链板</translation>
    </message>
    <message>
        <source>Takes of this gap</source>
        <translation>这个间隔的条数</translation>
    </message>
    <message>
        <source>How it plays in the film; nothing is made anew for that.</source>
        <translation>在片子中如何播放；无需重新制作。</translation>
    </message>
    <message>
        <source>Hard cut</source>
        <translation>硬切</translation>
    </message>
    <message>
        <source>No video is made here; one still follows the other.</source>
        <translation>这里不制作视频；一张静帧之后直接接下一张。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Crop to fit</source>
        <translation>裁切到合适</translation>
    </message>
    <message>
        <source>Cut two sides of a copy of the still evenly, until it is no longer than the model takes.</source>
        <translation>把静帧副本的两侧均匀裁去，直到长宽比在模型允许的范围内。</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Crop and scale a copy of the start still to the size of the end still.</source>
        <translation>把开头静帧的副本裁切并缩放到结尾静帧的尺寸。</translation>
    </message>
    <message>
        <source>Crop and scale a copy of the end still to the size of the start still.</source>
        <translation>把结尾静帧的副本裁切并缩放到开头静帧的尺寸。</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>条数</translation>
    </message>
</context>
<context>
    <name>HappeningsDialog</name>
    <message>
        <source>What happened</source>
        <translation>最近动态</translation>
    </message>
    <message>
        <source>Nothing has happened yet that was worth a message.</source>
        <translation>还没有发生值得一提的事。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
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
        <translation>首帧</translation>
    </message>
    <message>
        <source>Each picture begins a video of its own.</source>
        <translation>每张图片各开始一个视频。</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>The video begins with exactly this picture.</source>
        <translation>视频正好从这张图片开始。</translation>
    </message>
    <message>
        <source>The video begins with the part of this picture that is inside the frame.</source>
        <translation>视频从这张图片框内的部分开始。</translation>
    </message>
    <message>
        <source>The video begins with this picture and bars beside it.</source>
        <translation>视频从这张图片及其旁边的补边开始。</translation>
    </message>
    <message>
        <source>Drop a picture</source>
        <translation>拖入一张图片</translation>
    </message>
    <message>
        <source>or click to choose, or paste. Several make several videos.</source>
        <translation>或点击选择，或粘贴。多张则做成多个视频。</translation>
    </message>
    <message>
        <source>What happens from here on? “She turns to the window and smiles.”</source>
        <translation>接下来发生什么？“她转身望向窗外，微微一笑。”</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>Import videos</source>
        <translation>导入视频</translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation>视频 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>所有文件 ({patterns})</translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <translation>正在查找视频…</translation>
    </message>
    <message>
        <source>Importing video {number} of {count}</source>
        <translation>正在导入第 {number} 个视频，共 {count} 个</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>They follow each other as the film plays.</source>
        <translation>按片子播放的顺序排列。</translation>
    </message>
    <message>
        <source>They follow each other by shot and take.</source>
        <translation>按镜头和条次先后排列。</translation>
    </message>
    <message>
        <source>They follow each other as they were made, the oldest first.</source>
        <translation>按制作时间先后排列，最早的在前。</translation>
    </message>
    <message>
        <source>Join {count} videos into one</source>
        <translation>把 {count} 个视频拼成一个</translation>
    </message>
    <message>
        <source>In this order, at size and rate of the first. The videos themselves stay as they are.</source>
        <translation>按此顺序，采用第一个的尺寸和帧率。原视频保持不变。</translation>
    </message>
    <message>
        <source>Drag one, or move it with Ctrl+Up and Ctrl+Down, to change that.</source>
        <translation>要改变顺序，请拖动视频，或用 Ctrl+↑ 和 Ctrl+↓ 移动。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation>颠倒顺序</translation>
    </message>
    <message>
        <source>Leave the doubled frame at each seam out</source>
        <translation>去掉每个接缝处重复的一帧</translation>
    </message>
    <message>
        <source>Where a video was continued from the last frame of the one before, that frame is in both.</source>
        <translation>一个视频若是接着前一个的最后一帧做的，那一帧在两个里都有。</translation>
    </message>
    <message>
        <source>Match colours to their pictures, and at the seams</source>
        <translation>使色彩与原图一致，并在接缝处衔接</translation>
    </message>
    <message>
        <source>Where a video goes on from the one before, it begins with that one&apos;s colours.</source>
        <translation>一个视频接着前一个时，以前一个的色彩开始。</translation>
    </message>
    <message>
        <source>The videos&apos; own sound</source>
        <translation>各视频自带的声音</translation>
    </message>
    <message>
        <source>Videos of another shape</source>
        <translation>画幅不同的视频</translation>
    </message>
    <message>
        <source>Show all of them, with black bars</source>
        <translation>完整显示，补黑边</translation>
    </message>
    <message>
        <source>Fill the picture, and cut off what sticks out</source>
        <translation>铺满画面，裁掉多出的部分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>Their shapes differ. All get that of the first, {width} × {height}; nothing is squeezed.</source>
        <translation>它们的画幅不同。全部采用第一个的 {width} × {height}；不会压扁或拉伸。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>各处通用</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>监看窗</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>素材库</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>full stop</source>
        <translation>句号</translation>
    </message>
    <message>
        <source>generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>rehearse</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>earlier prompts</source>
        <translation>以前的提示词</translation>
    </message>
    <message>
        <source>presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>the shelf</source>
        <translation>主体库</translation>
    </message>
    <message>
        <source>image to video</source>
        <translation>图生视频</translation>
    </message>
    <message>
        <source>start and end frame</source>
        <translation>首尾帧</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参考生视频</translation>
    </message>
    <message>
        <source>the queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>the library</source>
        <translation>素材库</translation>
    </message>
    <message>
        <source>take the last step back</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>copy: the frame, the selected videos or prompts, the text</source>
        <translation>复制：画面帧、所选视频或提示词、文字</translation>
    </message>
    <message>
        <source>select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>search the library</source>
        <translation>在素材库中搜索</translation>
    </message>
    <message>
        <source>import videos</source>
        <translation>导入视频</translation>
    </message>
    <message>
        <source>read answers to a review packet</source>
        <translation>读取审片包的意见</translation>
    </message>
    <message>
        <source>open the trash</source>
        <translation>打开回收站</translation>
    </message>
    <message>
        <source>the chain board</source>
        <translation>镜头链板</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>this list of keys</source>
        <translation>这张按键列表</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>play and pause</source>
        <translation>播放和暂停</translation>
    </message>
    <message>
        <source>backwards; again: twice as fast</source>
        <translation>倒放；再按：速度加倍</translation>
    </message>
    <message>
        <source>stop; held: J and L go frame by frame</source>
        <translation>停止；按住时：J 和 L 逐帧走</translation>
    </message>
    <message>
        <source>forwards; again: twice as fast</source>
        <translation>正放；再按：速度加倍</translation>
    </message>
    <message>
        <source>slower, to 0.1 times</source>
        <translation>放慢，最慢 0.1 倍</translation>
    </message>
    <message>
        <source>faster, to 4 times</source>
        <translation>加快，最快 4 倍</translation>
    </message>
    <message>
        <source>one frame left</source>
        <translation>左移一帧</translation>
    </message>
    <message>
        <source>one frame right</source>
        <translation>右移一帧</translation>
    </message>
    <message>
        <source>one frame left, on the stage</source>
        <translation>监看窗中左移一帧</translation>
    </message>
    <message>
        <source>one frame right, on the stage</source>
        <translation>监看窗中右移一帧</translation>
    </message>
    <message>
        <source>first frame, on the stage</source>
        <translation>监看窗中到第一帧</translation>
    </message>
    <message>
        <source>last frame, on the stage</source>
        <translation>监看窗中到最后一帧</translation>
    </message>
    <message>
        <source>a film&apos;s seam before</source>
        <translation>片子中上一处接缝</translation>
    </message>
    <message>
        <source>a film&apos;s next seam</source>
        <translation>片子中下一处接缝</translation>
    </message>
    <message>
        <source>in point: play from here</source>
        <translation>入点：从这里播放</translation>
    </message>
    <message>
        <source>out point: play up to here</source>
        <translation>出点：播放到这里</translation>
    </message>
    <message>
        <source>play the whole video again</source>
        <translation>重新播放整个视频</translation>
    </message>
    <message>
        <source>go to a timecode or a frame number</source>
        <translation>跳到时间码或帧号</translation>
    </message>
    <message>
        <source>loop on and off</source>
        <translation>循环开和关</translation>
    </message>
    <message>
        <source>sound on and off</source>
        <translation>声音开和关</translation>
    </message>
    <message>
        <source>full screen; Escape comes back</source>
        <translation>全屏；按 Escape 返回</translation>
    </message>
    <message>
        <source>fit the window, or real pixels</source>
        <translation>适合窗口，或实际像素</translation>
    </message>
    <message>
        <source>matched colours, before and after</source>
        <translation>色彩校正前后</translation>
    </message>
    <message>
        <source>save this frame</source>
        <translation>保存这一帧</translation>
    </message>
    <message>
        <source>this frame as next picture</source>
        <translation>这一帧作为下一张图片</translation>
    </message>
    <message>
        <source>this frame as next start frame</source>
        <translation>这一帧作为下一个首帧</translation>
    </message>
    <message>
        <source>last frame as next picture</source>
        <translation>最后一帧作为下一张图片</translation>
    </message>
    <message>
        <source>last frame as next start frame</source>
        <translation>最后一帧作为下一个首帧</translation>
    </message>
    <message>
        <source>first frame onto the chain board</source>
        <translation>第一帧放到镜头链板</translation>
    </message>
    <message>
        <source>last frame onto the chain board</source>
        <translation>最后一帧放到镜头链板</translation>
    </message>
    <message>
        <source>last frame on the shelf</source>
        <translation>最后一帧放入主体库</translation>
    </message>
    <message>
        <source>play; the stage has the keyboard then</source>
        <translation>播放；之后由监看窗接收按键</translation>
    </message>
    <message>
        <source>play the selected ones as one film</source>
        <translation>把所选的作为一部片子播放</translation>
    </message>
    <message>
        <source>one star</source>
        <translation>一星</translation>
    </message>
    <message>
        <source>two stars</source>
        <translation>两星</translation>
    </message>
    <message>
        <source>three stars</source>
        <translation>三星</translation>
    </message>
    <message>
        <source>four stars</source>
        <translation>四星</translation>
    </message>
    <message>
        <source>five stars</source>
        <translation>五星</translation>
    </message>
    <message>
        <source>no rating</source>
        <translation>不评分</translation>
    </message>
    <message>
        <source>mark with the star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>keep; again: not decided</source>
        <translation>保留；再按：待审</translation>
    </message>
    <message>
        <source>reject; again: not decided</source>
        <translation>弃用；再按：待审</translation>
    </message>
    <message>
        <source>the winner of its shot</source>
        <translation>设为镜头的选用条</translation>
    </message>
    <message>
        <source>put into a shot, as takes</source>
        <translation>归入镜头，成为各条</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>rename the file</source>
        <translation>重命名文件</translation>
    </message>
    <message>
        <source>details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>compare the selected ones, two at a time</source>
        <translation>对比所选视频，每次两个</translation>
    </message>
    <message>
        <source>compare with its pictures</source>
        <translation>与原图对比</translation>
    </message>
    <message>
        <source>export; on the stage from in to out point</source>
        <translation>导出；在监看窗中从入点到出点</translation>
    </message>
    <message>
        <source>join the selected ones into one video</source>
        <translation>把选中的合并成一个视频</translation>
    </message>
    <message>
        <source>timeline for an editor</source>
        <translation>剪辑软件时间线</translation>
    </message>
    <message>
        <source>contact sheet</source>
        <translation>缩略图表</translation>
    </message>
    <message>
        <source>review packet</source>
        <translation>审片包</translation>
    </message>
    <message>
        <source>save as preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>open in another player</source>
        <translation>用其他播放器打开</translation>
    </message>
    <message>
        <source>find the missing file</source>
        <translation>寻找丢失的文件</translation>
    </message>
    <message>
        <source>to the library&apos;s trash</source>
        <translation>移到素材库的回收站</translation>
    </message>
    <message>
        <source>same again, but…: the settings of this video</source>
        <translation>照此再做，但改一处…：用这个视频的设置</translation>
    </message>
    <message>
        <source>play, decide about a lost answer, or change a job that waits</source>
        <translation>播放、处理应答丢失，或修改等待中的任务</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>same again, but…: the settings of this order</source>
        <translation>照此再做，但改一处…：用这个订单的设置</translation>
    </message>
    <message>
        <source>cancel, or remove what has ended</source>
        <translation>取消，或移除已结束的</translation>
    </message>
    <message>
        <source>what waits: one up</source>
        <translation>等待中的：上移一位</translation>
    </message>
    <message>
        <source>what waits: one down</source>
        <translation>等待中的：下移一位</translation>
    </message>
    <message>
        <source>what waits: to the top</source>
        <translation>等待中的：移到最前</translation>
    </message>
    <message>
        <source>what waits: to the end</source>
        <translation>等待中的：移到最后</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>with a line that wipes</source>
        <translation>用一条线划像</translation>
    </message>
    <message>
        <source>as a difference</source>
        <translation>看差值</translation>
    </message>
    <message>
        <source>one over the other</source>
        <translation>上下叠加</translation>
    </message>
    <message>
        <source>swap the sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>A wins</source>
        <translation>选用 A</translation>
    </message>
    <message>
        <source>B wins</source>
        <translation>选用 B</translation>
    </message>
    <message>
        <source>the next take, in the loser&apos;s place</source>
        <translation>下一条，取代落选的</translation>
    </message>
    <message>
        <source>keep A</source>
        <translation>保留 A</translation>
    </message>
    <message>
        <source>keep B</source>
        <translation>保留 B</translation>
    </message>
    <message>
        <source>reject A</source>
        <translation>弃用 A</translation>
    </message>
    <message>
        <source>reject B</source>
        <translation>弃用 B</translation>
    </message>
    <message>
        <source>mark A with the star</source>
        <translation>给 A 加星标</translation>
    </message>
    <message>
        <source>mark B with the star</source>
        <translation>给 B 加星标</translation>
    </message>
    <message>
        <source>the wipe&apos;s line to the left</source>
        <translation>划像线左移</translation>
    </message>
    <message>
        <source>the wipe&apos;s line to the right</source>
        <translation>划像线右移</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Your videos folder</source>
        <translation>您的视频文件夹</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>素材库文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>New videos go there, as plain files. Those in the old folder stay where they are; move them yourself if you want them in the new one.</source>
        <translation>新视频以普通文件放在那里。旧文件夹中的留在原处；想放到新文件夹，请自行移动。</translation>
    </message>
    <message>
        <source>What was thrown away that long ago is deleted for good. Only what is in the trash.</source>
        <translation>删除超过这么久的会被永久删除。仅限回收站中的内容。</translation>
    </message>
    <message>
        <source>Empty the trash by itself</source>
        <translation>自动清空回收站</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Tidy now</source>
        <translation>立即清理</translation>
    </message>
    <message>
        <source>Deletes covers and thumbnails, which are made anew where they are shown, and the copies of stills that no board, batch or job needs any more.</source>
        <translation>删除封面和缩略图（显示时会重新生成），以及任何链板、批次或任务都不再需要的静帧副本。</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Library: {size}</source>
        <translation>素材库：{size}</translation>
    </message>
    <message>
        <source>Its trash: {size}</source>
        <translation>其回收站：{size}</translation>
    </message>
    <message>
        <source>Copies of pictures that jobs need: {size}</source>
        <translation>任务所需图片的副本：{size}</translation>
    </message>
    <message>
        <source>Covers and thumbnails: {size}</source>
        <translation>封面和缩略图：{size}</translation>
    </message>
    <message>
        <source>Copies of stills that nothing needs any more: {size}</source>
        <translation>已无用处的静帧副本：{size}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>after 1 day</source>
        <translation>1 天后</translation>
    </message>
    <message>
        <source>after {count} days</source>
        <translation>{count} 天后</translation>
    </message>
    <message>
        <source>Choose the library folder</source>
        <translation>选择素材库文件夹</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Import videos…</source>
        <translation>导入视频…</translation>
    </message>
    <message>
        <source>Read the answers to a review packet…</source>
        <translation>读取审片包的意见…</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>回收站…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Show library folder</source>
        <translation>显示素材库文件夹</translation>
    </message>
    <message>
        <source>No video matches</source>
        <translation>没有符合的视频</translation>
    </message>
    <message>
        <source>Try fewer words or filters, or clear the search with Escape.</source>
        <translation>减少关键词或筛选条件，或按 Escape 清除搜索。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>LibraryQuery</name>
    <message>
        <source>Movement: auto</source>
        <translation>运动幅度：自动</translation>
    </message>
    <message>
        <source>Small movement</source>
        <translation>小幅运动</translation>
    </message>
    <message>
        <source>Medium movement</source>
        <translation>中幅运动</translation>
    </message>
    <message>
        <source>Large movement</source>
        <translation>大幅运动</translation>
    </message>
    <message>
        <source>Quick quality</source>
        <translation>速度优先</translation>
    </message>
    <message>
        <source>Best quality</source>
        <translation>质量优先</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>有星标</translation>
    </message>
    <message>
        <source>{stars} or better</source>
        <translation>{stars} 或更高</translation>
    </message>
    <message>
        <source>Rehearsals</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>Real videos</source>
        <translation>正式视频</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已弃用</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>Not rejected</source>
        <translation>未弃用</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Project and shot</source>
        <translation>项目与镜头</translation>
    </message>
    <message>
        <source>Colour shift</source>
        <translation>偏色</translation>
    </message>
    <message>
        <source>Likeness to the picture</source>
        <translation>与原图相似度</translation>
    </message>
    <message>
        <source>Frozen time</source>
        <translation>静止时长</translation>
    </message>
    <message>
        <source>Black frames</source>
        <translation>黑帧</translation>
    </message>
    <message>
        <source>Jump at the loop</source>
        <translation>循环处的跳变</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
</context>
<context>
    <name>LibraryViews</name>
    <message>
        <source>Library</source>
        <translation>素材库</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Vidu Desktop</source>
        <translation>Vidu Desktop</translation>
    </message>
    <message>
        <source>{done} of {total} done – {program}</source>
        <translation>已完成 {done}/{total} – {program}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>素材库</translation>
    </message>
    <message>
        <source>Queue and library</source>
        <translation>队列与素材库</translation>
    </message>
</context>
<context>
    <name>ManyPictures</name>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>No video is chosen</source>
        <translation>没有选择视频</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>V&amp;ideo</source>
        <translation>视频(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>素材库(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find in the library</source>
        <translation>在素材库中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Import videos…</source>
        <translation>导入视频(&amp;I)…</translation>
    </message>
    <message>
        <source>Read the &amp;answers to a review packet…</source>
        <translation>读取审片包的意见(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Trash…</source>
        <translation>回收站(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show library &amp;folder</source>
        <translation>显示素材库文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Money…</source>
        <translation>费用(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;What happened…</source>
        <translation>最近动态(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>批量任务(&amp;B)</translation>
    </message>
    <message>
        <source>From a &amp;sheet…</source>
        <translation>从表格(&amp;S)…</translation>
    </message>
    <message>
        <source>From a &amp;folder…</source>
        <translation>从文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>From the &amp;clipboard…</source>
        <translation>从剪贴板(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Watched folders…</source>
        <translation>监视文件夹(&amp;W)…</translation>
    </message>
    <message>
        <source>Chain &amp;board…</source>
        <translation>镜头链板(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>使用手册(&amp;M)</translation>
    </message>
    <message>
        <source>Save a &amp;report…</source>
        <translation>保存报告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;About Vidu Desktop</source>
        <translation>关于 Vidu Desktop(&amp;A)</translation>
    </message>
</context>
<context>
    <name>MissingController</name>
    <message>
        <source>In which folder may the missing files be?</source>
        <translation>丢失的文件可能在哪个文件夹里？</translation>
    </message>
</context>
<context>
    <name>ModeTab</name>
    <message>
        <source>Add a picture to begin.</source>
        <translation>先添加一张图片。</translation>
    </message>
</context>
<context>
    <name>ModeTabs</name>
    <message>
        <source>What to make</source>
        <translation>要做什么</translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Image to video</source>
        <translation>图生视频</translation>
    </message>
    <message>
        <source>&amp;Image to video</source>
        <translation>图生视频(&amp;I)</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>把一张图片拖到这里</translation>
    </message>
    <message>
        <source>It becomes the first frame of a video. Write what should move, then rehearse for free.</source>
        <translation>它会成为视频的第一帧。写下要动什么，然后免费预演。</translation>
    </message>
    <message>
        <source>Start &amp; end frame</source>
        <translation>首尾帧</translation>
    </message>
    <message>
        <source>&amp;Start &amp;&amp; end frame</source>
        <translation>首尾帧(&amp;S)</translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation>首帧</translation>
    </message>
    <message>
        <source>End frame</source>
        <translation>尾帧</translation>
    </message>
    <message>
        <source>Drop two pictures here</source>
        <translation>把两张图片拖到这里</translation>
    </message>
    <message>
        <source>A video goes from the first to the second. Write how, then rehearse for free.</source>
        <translation>视频从第一张变到第二张。写下怎么变，然后免费预演。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考生视频</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>参考生视频(&amp;R)</translation>
    </message>
    <message>
        <source>Reference {number}</source>
        <translation>参考 {number}</translation>
    </message>
    <message>
        <source>Drop pictures here</source>
        <translation>把图片拖到这里</translation>
    </message>
    <message>
        <source>Who or what is in them appears in a video. Write what happens, then rehearse for free.</source>
        <translation>图中的人或物会出现在视频里。写下发生什么，然后免费预演。</translation>
    </message>
</context>
<context>
    <name>MoneyController</name>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>MoneyDialog</name>
    <message>
        <source>Money</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已花费</translation>
    </message>
    <message>
        <source>The service took the order.</source>
        <translation>服务已接受订单。</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>可能已扣费</translation>
    </message>
    <message>
        <source>Sent, and the answer is unknown: perhaps charged.</source>
        <translation>已发送，但不知道结果：也许已扣费。</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Perhaps charged, and treated as lost.</source>
        <translation>也许已扣费，按损失处理。</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Waits to be sent; it isn&apos;t spent yet.</source>
        <translation>等待发送，还没有花掉。</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>By project</source>
        <translation>按项目</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>按批量任务</translation>
    </message>
    <message>
        <source>By preset</source>
        <translation>按预设</translation>
    </message>
    <message>
        <source>By {option}</source>
        <translation>按{option}</translation>
    </message>
    <message>
        <source>What the sums are told apart by</source>
        <translation>合计按什么区分</translation>
    </message>
    <message>
        <source>Nothing was charged in this time. Rehearsals are always free.</source>
        <translation>这段时间没有扣费。预演永远免费。</translation>
    </message>
    <message>
        <source>charged</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>in the library</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>each that was kept</source>
        <translation>每个保留的</translation>
    </message>
    <message>
        <source>{count} more are in the sheet.</source>
        <translation>还有 {count} 项在导出的表格中。</translation>
    </message>
    <message>
        <source>without a project</source>
        <translation>没有项目</translation>
    </message>
    <message>
        <source>without a preset</source>
        <translation>没有预设</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>not of a batch</source>
        <translation>不属于批量任务</translation>
    </message>
    <message>
        <source>Each video in the library has cost {price} on average.</source>
        <translation>素材库中每个视频平均花费 {price}。</translation>
    </message>
    <message>
        <source>Set one…</source>
        <translation>设置预算…</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>There is no budget: nothing stops the queue but an empty account.</source>
        <translation>没有设预算：除非账户余额用尽，队列不会停下。</translation>
    </message>
    <message>
        <source>{left} left of your budget of {budget}</source>
        <translation>预算 {budget}，还剩 {left}</translation>
    </message>
    <message>
        <source>Your budget of {budget} is used up. Nothing more is sent.</source>
        <translation>{budget} 的预算已用完。不再发送。</translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>Videos at once</source>
        <translation>同时制作的视频数</translation>
    </message>
    <message>
        <source>The most of each model. It begins with what a new account may run ({counts}), grows while the service takes more, and shrinks when the service refuses.</source>
        <translation>每种模型的上限。从新账户允许的数量（{counts}）开始，服务接受更多时增加，服务拒绝时减少。</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>一个金额</translation>
    </message>
    <message>
        <source>usual {price}</source>
        <translation>通常 {price}</translation>
    </message>
    <message>
        <source>In yuan, as BigModel charges you. Without a figure nothing is sent.</source>
        <translation>按 BigModel 的实际收费填写，单位为人民币元。不填价格就不会发送。</translation>
    </message>
    <message>
        <source>Shown on the button and counted in your sums. Change them when the service changes its own.</source>
        <translation>显示在按钮上，并计入合计。服务调价时请随之修改。</translation>
    </message>
    <message>
        <source>Price of a video</source>
        <translation>一个视频的价格</translation>
    </message>
    <message>
        <source>Stop at a budget</source>
        <translation>到预算为止</translation>
    </message>
    <message>
        <source>Checked before each order. What is charged, and what may be, never goes beyond it. US dollars and yuan have a budget each: where only the other one is given, nothing is sent.</source>
        <translation>每次下单前都会检查。已扣费的和可能扣费的都不会超过它。美元和人民币各有一个预算：只填了另一个时，不会发送。</translation>
    </message>
    <message>
        <source>{field}: this isn&apos;t an amount. Choose {door} under “Service” to change it.</source>
        <translation>{field}：这不是金额。请在“服务”中选择 {door} 来修改。</translation>
    </message>
    <message>
        <source>Budget in {currency}</source>
        <translation>预算（{currency}）</translation>
    </message>
    <message>
        <source>Price of {mode} in {currency}</source>
        <translation>{mode}的价格（{currency}）</translation>
    </message>
    <message>
        <source>The service says that it refuses a request id that it has seen (code 1231), so that nothing is paid twice. That was never proven. Off, you are asked each time; on, lost answers settle themselves.</source>
        <translation>服务声称会拒绝它见过的请求编号（代码 1231），因此不会重复付费。这从未得到验证。关闭时每次都问您；打开时，丢失的应答会自行处理。</translation>
    </message>
    <message>
        <source>Send again by itself when an answer was lost</source>
        <translation>应答丢失时自动重新发送</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Play from here (in point)</source>
        <translation>从这里播放（入点）</translation>
    </message>
    <message>
        <source>Play up to here (out point)</source>
        <translation>播放到这里（出点）</translation>
    </message>
    <message>
        <source>Play the whole video</source>
        <translation>播放整个视频</translation>
    </message>
    <message>
        <source>Save this frame…</source>
        <translation>保存这一帧…</translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation>复制这一帧</translation>
    </message>
    <message>
        <source>Matched colours, before and after</source>
        <translation>色彩校正前后</translation>
    </message>
    <message>
        <source>This frame as next picture</source>
        <translation>这一帧作为下一张图片</translation>
    </message>
    <message>
        <source>This frame as next start frame</source>
        <translation>这一帧作为下一个首帧</translation>
    </message>
    <message>
        <source>Last frame as next picture</source>
        <translation>最后一帧作为下一张图片</translation>
    </message>
    <message>
        <source>Last frame as next start frame</source>
        <translation>最后一帧作为下一个首帧</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open in another player</source>
        <translation>用其他播放器打开</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None: straight to the service</source>
        <translation>不用代理：直接连接服务</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>使用这个：</translation>
    </message>
    <message>
        <source>Orders, questions and videos all take this way, and never another one: while the proxy can&apos;t be used, paid work waits and says why.</source>
        <translation>订单、查询和视频都走这条路，不走别的：代理无法使用时，付费任务会等待并说明原因。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Password of the proxy, typed hidden</source>
        <translation>代理密码，输入时不显示</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>HTTP, or SOCKS 5 as socks5://…; a name before it as name@… The password is kept in the system&apos;s keyring, never in the settings file.</source>
        <translation>HTTP，或写成 socks5://… 的 SOCKS 5；用户名写在前面，如 name@…。密码保存在系统密钥环中，绝不写进设置文件。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test the way to the service</source>
        <translation>测试通往服务的路</translation>
    </message>
    <message>
        <source>Asks the service on the way that is chosen here: free, without your key, before anything is saved.</source>
        <translation>按这里选择的路询问服务：免费，不带您的密钥，在保存之前进行。</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>能用吗？</translation>
    </message>
    <message>
        <source>Kept in the keyring</source>
        <translation>已保存在密钥环中</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>正在询问服务…</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>What happened</source>
        <translation>最近动态</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Videos that were ordered at {host} wait: {reason}</source>
        <translation>在 {host} 下单的视频正在等待：{reason}</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>The library&apos;s videos aren&apos;t there.</source>
        <translation>素材库的视频不在了。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” isn&apos;t there. Connect its drive, and everything is back. Until then nothing more is sent; videos that are paid wait on this computer.</source>
        <translation>素材库文件夹“{path}”不在了。接上它的驱动器，一切就会恢复。在此之前不再发送任何内容；已付费的视频在这台电脑上等待。</translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” is empty, and isn&apos;t the one that held the videos. Connect its drive, and everything is back. Until then nothing more is sent; videos that are paid wait on this computer. If the empty folder is right, use it.</source>
        <translation>素材库文件夹“{path}”是空的，而且不是存放视频的那个文件夹。接上它的驱动器，一切就会恢复。在此之前不再发送任何内容；已付费的视频在这台电脑上等待。如果空文件夹是对的，请使用它。</translation>
    </message>
    <message>
        <source>Use the empty folder</source>
        <translation>使用空文件夹</translation>
    </message>
    <message>
        <source>“{computer}” is working on this library. You can look, search and play here; new videos wait on this computer until it has ended.</source>
        <translation>“{computer}”正在使用这个素材库。您可以在这里浏览、搜索和播放；在它结束之前，新视频暂时放在这台电脑上。</translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” can&apos;t be written to. New videos wait on this computer until it can, or until you choose another folder.</source>
        <translation>素材库文件夹“{path}”无法写入。在它可以写入之前，或在您选择其他文件夹之前，新视频暂时放在这台电脑上。</translation>
    </message>
    <message>
        <source>“{computer}” is working on this library.</source>
        <translation>“{computer}”正在使用这个素材库。</translation>
    </message>
    <message>
        <source>The library&apos;s folder can&apos;t be written to.</source>
        <translation>素材库文件夹无法写入。</translation>
    </message>
    <message>
        <source>The service says: “{words}”</source>
        <translation>服务的原话：“{words}”</translation>
    </message>
</context>
<context>
    <name>OpenedFiles</name>
    <message>
        <source>Import videos</source>
        <translation>导入视频</translation>
    </message>
    <message>
        <source>The library gets a copy; nothing is moved.</source>
        <translation>素材库得到一份副本；原文件不动。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>运动幅度</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>画幅</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>速度优先</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>质量优先</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation>{rate} fps</translation>
    </message>
    <message>
        <source>Background music</source>
        <translation>背景音乐</translation>
    </message>
    <message>
        <source>Let the service add background music</source>
        <translation>让服务添加背景音乐</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>属于</translation>
    </message>
</context>
<context>
    <name>PairTransport</name>
    <message>
        <source>{timecode}   {number} / {count}</source>
        <translation>{timecode}   {number} / {count}</translation>
    </message>
    <message>
        <source>One frame left</source>
        <translation>左移一帧</translation>
    </message>
    <message>
        <source>One frame right</source>
        <translation>右移一帧</translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation>播放和暂停</translation>
    </message>
    <message>
        <source>Position in frames</source>
        <translation>位置（帧）</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>During so many frames it comes in over the video before; 0 for a plain cut.</source>
        <translation>在这么多帧内叠化到前一个视频之上；0 表示直接切换。</translation>
    </message>
    <message>
        <source>Frames left out at its beginning</source>
        <translation>开头去掉的帧数</translation>
    </message>
    <message>
        <source>Frames left out at its end</source>
        <translation>结尾去掉的帧数</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Cross-fade, in frames</source>
        <translation>叠化，帧数</translation>
    </message>
    <message>
        <source>at its end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>Cross-fade</source>
        <translation>叠化</translation>
    </message>
    <message>
        <source>cross-fade {frames}</source>
        <translation>叠化 {frames} 帧</translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择一张图片</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>所有文件 ({patterns})</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation>换一张图片…</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>PictureIntake</name>
    <message>
        <source>Fetching the picture from {host}…</source>
        <translation>正在从 {host} 下载图片…</translation>
    </message>
    <message>
        <source>There are no pictures in that folder, or it can&apos;t be read.</source>
        <translation>那个文件夹中没有图片，或者无法读取。</translation>
    </message>
</context>
<context>
    <name>PictureWell</name>
    <message>
        <source>needs a change</source>
        <translation>需要修改</translation>
    </message>
    <message>
        <source>looking at it…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Drop it here</source>
        <translation>拖放到这里</translation>
    </message>
    <message>
        <source>working on it…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>移除图片</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>移除（Delete）</translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation>换一张图片…</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>Videos of a shot stand together in the library as its takes: S010_T001, S010_T002 …</source>
        <translation>同一镜头的视频在素材库中作为各条排在一起：S010_T001、S010_T002 …</translation>
    </message>
</context>
<context>
    <name>PlayerPane</name>
    <message>
        <source>Player</source>
        <translation>播放器</translation>
    </message>
</context>
<context>
    <name>PresetController</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Presets ({patterns})</source>
        <translation>预设 ({patterns})</translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation>导出预设</translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation>导入预设</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>所有文件 ({patterns})</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Save as preset…</source>
        <translation>存为预设…</translation>
    </message>
    <message>
        <source>All presets…</source>
        <translation>全部预设…</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Begin with it where its tab is empty</source>
        <translation>标签页为空时从它开始</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>They lie in the library and move with it.</source>
        <translation>它们放在素材库中，随素材库一起移动。</translation>
    </message>
    <message>
        <source>None yet. Save what is in a tab, or a video&apos;s settings from its menu.</source>
        <translation>还没有。可以保存标签页中的内容，或从视频的菜单保存它的设置。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Really delete {count}?</source>
        <translation>真的删除 {count} 个？</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 处</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>换一张…</translation>
    </message>
    <message>
        <source>Match the start frame</source>
        <translation>与首帧匹配</translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation>缩短</translation>
    </message>
    <message>
        <source>Keep the first {most}</source>
        <translation>保留前 {most} 个</translation>
    </message>
    <message>
        <source>Add the pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Leave these {count} out</source>
        <translation>不要这 {count} 张</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不要这张</translation>
    </message>
    <message>
        <source>Crop to {ratio}</source>
        <translation>裁切为 {ratio}</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Say on the desktop when it is done</source>
        <translation>完成时在桌面上通知</translation>
    </message>
    <message>
        <source>When the last video is finished, one fails, an answer is lost or the budget is used; only while another program is in front.</source>
        <translation>最后一个视频完成、有一个失败、应答丢失或预算用完时；仅在其他程序位于前台时。</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>带声音</translation>
    </message>
    <message>
        <source>The desktop&apos;s own, as it is set there.</source>
        <translation>桌面自己的声音，按那里的设置。</translation>
    </message>
    <message>
        <source>No service for notifications answers here.</source>
        <translation>这里没有通知服务应答。</translation>
    </message>
    <message>
        <source>The desktop&apos;s notifications make no sounds here.</source>
        <translation>这里的桌面通知没有声音。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>PromptEdit</name>
    <message>
        <source>Sent as: {text}</source>
        <translation>发送的内容：{text}</translation>
    </message>
    <message>
        <source>{count} of {most} characters</source>
        <translation>{count}/{most} 字符</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>以前的提示词</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Characters and products on the shelf</source>
        <translation>主体库中的角色和产品</translation>
    </message>
</context>
<context>
    <name>PromptHistoryDialog</name>
    <message>
        <source>Earlier prompts</source>
        <translation>以前的提示词</translation>
    </message>
    <message>
        <source>Search the earlier prompts</source>
        <translation>搜索以前的提示词</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>{count} ×</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>No prompt has all of these words.</source>
        <translation>没有提示词包含所有这些词。</translation>
    </message>
    <message>
        <source>Prompts of your videos and of what is in the queue will stand here.</source>
        <translation>您的视频和队列中的提示词会列在这里。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
</context>
<context>
    <name>QueueFilter</name>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>已移出队列</translation>
    </message>
</context>
<context>
    <name>QueueHeader</name>
    <message>
        <source>{count} running</source>
        <translation>{count} 个进行中</translation>
    </message>
    <message>
        <source>{count} in line</source>
        <translation>{count} 个排队中</translation>
    </message>
    <message>
        <source>{count} more of batches</source>
        <translation>批次还有 {count} 个</translation>
    </message>
    <message>
        <source>{count} without an answer</source>
        <translation>{count} 个没有应答</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 个失败</translation>
    </message>
    <message>
        <source>{count} finished</source>
        <translation>{count} 个已完成</translation>
    </message>
    <message>
        <source>{count} taken off</source>
        <translation>{count} 个已移出</translation>
    </message>
    <message>
        <source>At risk {money}</source>
        <translation>可能已扣费 {money}</translation>
    </message>
    <message>
        <source>{count} undecided</source>
        <translation>{count} 个待决定</translation>
    </message>
    <message>
        <source>Show only what was sent without an answer</source>
        <translation>只显示已发送但没有应答的</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>重试所有失败的</translation>
    </message>
    <message>
        <source>Order everything that failed again, for {price}</source>
        <translation>重新下单所有失败的任务，费用 {price}</translation>
    </message>
    <message>
        <source>Retry everything that failed</source>
        <translation>把失败的全部重试</translation>
    </message>
    <message>
        <source>Clear finished and taken off</source>
        <translation>清除已完成和已移出的</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>继续发送</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>暂停发送</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>Retry all · {price}</source>
        <translation>全部重试 · {price}</translation>
    </message>
    <message>
        <source>{money} spent this month</source>
        <translation>本月已花费 {money}</translation>
    </message>
    <message>
        <source>Spent, at risk and planned, and the budget</source>
        <translation>已花费、可能已扣费、已计划的金额，以及预算</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Resume sending</source>
        <translation>继续发送</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>暂停发送</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>重试所有失败的</translation>
    </message>
    <message>
        <source>Retry all failed · {price}</source>
        <translation>重试所有失败的 · {price}</translation>
    </message>
    <message>
        <source>Clear finished and taken off</source>
        <translation>清除已完成和已移出的</translation>
    </message>
    <message>
        <source>Only {count} of {all} shown: {kind}.</source>
        <translation>全部 {all} 个中只显示 {count} 个：{kind}。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Paused. Nothing is sent until you resume.</source>
        <translation>已暂停。继续之前不再发送。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Nothing in the queue</source>
        <translation>队列中没有任务</translation>
    </message>
    <message>
        <source>What you generate or rehearse shows here, from the click to the finished video.</source>
        <translation>您生成或预演的视频都显示在这里，从点击到完成。</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>{state}, ordered again</source>
        <translation>{state}，已重新下单</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>没有提示词</translation>
    </message>
    <message>
        <source>Blocked by policy</source>
        <translation>违反内容政策</translation>
    </message>
    <message>
        <source>Waits its turn</source>
        <translation>等待轮到</translation>
    </message>
    <message>
        <source>Rendering here</source>
        <translation>正在本机渲染</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Given up, charged</source>
        <translation>已放弃，已扣费</translation>
    </message>
    <message>
        <source>Treated as lost</source>
        <translation>按损失处理</translation>
    </message>
    <message>
        <source>Charged, task id lost</source>
        <translation>已扣费，任务 ID 丢失</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>暂时搁置</translation>
    </message>
    <message>
        <source>{sentence} The service says: “{words}”</source>
        <translation>{sentence}服务的原话：“{words}”</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether it was charged; we&apos;re checking.</source>
        <translation>还不知道是否已扣费；正在核对。</translation>
    </message>
    <message>
        <source>The video was gone before it could be fetched. Retry asks the service once more; it&apos;s free.</source>
        <translation>视频在下载之前就已失效。重试会再问服务一次，这是免费的。</translation>
    </message>
    <message>
        <source>{sentence} It was charged {price} when it was accepted.</source>
        <translation>{sentence}接受时已扣费 {price}。</translation>
    </message>
    <message>
        <source>The service gave no reason.</source>
        <translation>服务没有说明原因。</translation>
    </message>
    <message>
        <source>perhaps charged {price}</source>
        <translation>也许已扣费 {price}</translation>
    </message>
    <message>
        <source>charged {price}</source>
        <translation>已扣费 {price}</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>未扣费</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>its day is over, still trying</source>
        <translation>一天的期限已过，仍在尝试</translation>
    </message>
    <message>
        <source>{minutes} min left to fetch it</source>
        <translation>还有 {minutes} 分钟可以下载</translation>
    </message>
    <message>
        <source>{hours} h left to fetch it</source>
        <translation>还有 {hours} 小时可以下载</translation>
    </message>
    <message>
        <source>{percent} % · {elapsed}</source>
        <translation>{percent}% · {elapsed}</translation>
    </message>
    <message>
        <source>{elapsed}, longer than usual</source>
        <translation>{elapsed}，比平常久</translation>
    </message>
    <message>
        <source>{elapsed} of about {expected}</source>
        <translation>{elapsed}，约需 {expected}</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Same again, but…</source>
        <translation>照此再做，但改一处…</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Last frame as next picture</source>
        <translation>最后一帧作为下一张图片</translation>
    </message>
    <message>
        <source>Last frame as next start frame</source>
        <translation>最后一帧作为下一个首帧</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>从队列中移除</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Stop waiting…</source>
        <translation>停止等待…</translation>
    </message>
    <message>
        <source>Show the other order of this video; nothing is ordered</source>
        <translation>显示这个视频的另一个订单；不会下单</translation>
    </message>
    <message>
        <source>Put it into its tab to change it; nothing is ordered yet</source>
        <translation>放入对应的标签页进行修改；此时不会下单</translation>
    </message>
    <message>
        <source>Order it again, for {price}</source>
        <translation>重新下单，费用 {price}</translation>
    </message>
    <message>
        <source>Ask for it again; nothing more is charged</source>
        <translation>再次获取；不会再扣费</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Copy the task number</source>
        <translation>复制任务编号</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>复制提示词</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>移到最前</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>移到最后</translation>
    </message>
</context>
<context>
    <name>ReferenceTab</name>
    <message>
        <source>{count} pictures came; the first {kept} by name are here.</source>
        <translation>来了 {count} 张图片；这里按文件名取了前 {kept} 张。</translation>
    </message>
    <message>
        <source>There is no room for more pictures. Take one out first.</source>
        <translation>放不下更多图片了。请先取出一张。</translation>
    </message>
    <message>
        <source>Subject {number}</source>
        <translation>主体 {number}</translation>
    </message>
    <message>
        <source>Drop, paste or click</source>
        <translation>拖放、粘贴或点击</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Up to {most} pictures of who or what appears; together they make one video.</source>
        <translation>最多 {most} 张图片，画着要出现的人或物；它们合起来做成一个视频。</translation>
    </message>
    <message>
        <source>What do they do? “The fox walks along the beach at dusk.”</source>
        <translation>他们在做什么？“黄昏时分，狐狸沿着海滩散步。”</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the file</source>
        <translation>重命名文件</translation>
    </message>
    <message>
        <source>Its record goes with it. Characters that some systems refuse are left out.</source>
        <translation>它的记录文件也一起改名。某些系统不接受的字符会被去掉。</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message>
        <source>Save a report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>“{name}” is saved. Read it before you send it; it is plain text.</source>
        <translation>“{name}”已保存。发送前请先看一遍；它是纯文本。</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>The answers file that came back from a review packet</source>
        <translation>选择审片包返回的意见文件</translation>
    </message>
    <message>
        <source>Answers ({patterns})</source>
        <translation>审片意见 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>所有文件 ({patterns})</translation>
    </message>
</context>
<context>
    <name>SavePresetDialog</name>
    <message>
        <source>Save as preset</source>
        <translation>存为预设</translation>
    </message>
    <message>
        <source>Save prompt and settings under a name</source>
        <translation>把提示词和设置存成预设</translation>
    </message>
    <message>
        <source>Presets lie in the library and move with it. Pictures and shot stay out of them.</source>
        <translation>预设放在素材库中，随素材库一起移动。图片和镜头不包括在内。</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Begin with it where “{tab}” is empty</source>
        <translation>“{tab}”为空时从它开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>There is a preset of that name. It is replaced.</source>
        <translation>已有同名的预设。它会被替换。</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>SeamMarks</name>
    <message>
        <source>Seam {number} of {count}</source>
        <translation>第 {number} 处接缝，共 {count} 处</translation>
    </message>
    <message>
        <source>cross-fade, in frames: {fade}.</source>
        <translation>叠化 {fade} 帧。</translation>
    </message>
    <message>
        <source>beside stills that stand in for a video.</source>
        <translation>旁边是代替视频的静帧。</translation>
    </message>
    <message>
        <source>hard cut.</source>
        <translation>硬切。</translation>
    </message>
    <message>
        <source>not looked at yet.</source>
        <translation>尚未检查。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the library by prompt, name, tag and note</source>
        <translation>按提示词、名称、标签和备注搜索素材库</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>Paste a new key</source>
        <translation>粘贴新的密钥</translation>
    </message>
    <message>
        <source>Paste your key</source>
        <translation>粘贴您的密钥</translation>
    </message>
    <message>
        <source>Test key</source>
        <translation>测试密钥</translation>
    </message>
    <message>
        <source>Your account is at</source>
        <translation>您的账户在</translation>
    </message>
    <message>
        <source>Both offer the same models. Each has an account, a key and prices of its own, and what was ordered at one stays there.</source>
        <translation>两处提供同样的模型。各有自己的账户、密钥和价格，在一处下的单就留在那一处。</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>忘掉密钥</translation>
    </message>
    <message>
        <source>Key, typed hidden</source>
        <translation>密钥，输入时不显示</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>There is no key for {door} yet. Rehearsals work without one; generating needs it.</source>
        <translation>还没有 {door} 的密钥。预演不需要密钥；生成需要。</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Where orders and your key are sent.</source>
        <translation>订单和您的密钥发往这里。</translation>
    </message>
    <message>
        <source>ZAI_BASE_URL is set where the program was started, and holds before what is set here.</source>
        <translation>启动程序的环境中设置了 ZAI_BASE_URL，它优先于这里的设置。</translation>
    </message>
    <message>
        <source>The one in {variable}</source>
        <translation>使用 {variable} 中的密钥</translation>
    </message>
    <message>
        <source>Save the new address first</source>
        <translation>请先保存新地址</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>正在询问服务…</translation>
    </message>
    <message>
        <source>The key is forgotten. Paid work waits until there is another one.</source>
        <translation>密钥已忘掉。付费任务会等到有新的密钥为止。</translation>
    </message>
    <message>
        <source>{variable} is set where the program was started, and holds before any key that is kept here. To use another key, change it there or take it away, then start the program again.</source>
        <translation>启动程序的环境中设置了 {variable}，它优先于这里保存的任何密钥。要使用别的密钥，请在那里修改或去掉它，然后重新启动程序。</translation>
    </message>
    <message>
        <source>A key is kept in the system&apos;s keyring.</source>
        <translation>系统密钥环中保存着一个密钥。</translation>
    </message>
    <message>
        <source>A key is known until the program ends.</source>
        <translation>密钥在程序结束前有效。</translation>
    </message>
    <message>
        <source>A key is kept in an unencrypted file.</source>
        <translation>密钥保存在一个未加密的文件中。</translation>
    </message>
    <message>
        <source>There is no key for this address yet. Rehearsals work without one; generating needs it.</source>
        <translation>还没有此地址的密钥。预演不需要密钥；生成需要。</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keyring</source>
        <translation>保存在系统密钥环中</translation>
    </message>
    <message>
        <source>Use it for this session only</source>
        <translation>仅用于这次运行</translation>
    </message>
    <message>
        <source>Keep it in an unencrypted file that only you can read</source>
        <translation>保存在只有您能读取的未加密文件中</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>This computer has no keyring that keeps secrets.</source>
        <translation>这台电脑没有能保存机密的密钥环。</translation>
    </message>
    <message>
        <source>The new library folder is used from the next start. Videos that exist stay where they are.</source>
        <translation>新的素材库文件夹从下次启动起使用。现有视频留在原处。</translation>
    </message>
    <message>
        <source>The service takes this key. The test was free.</source>
        <translation>服务接受这个密钥。测试是免费的。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring didn&apos;t take the proxy&apos;s password: it is known until the program ends. After the next start paid work waits until you type it again.</source>
        <translation>系统密钥环没有接受代理密码：它在程序结束前有效。下次启动后，付费任务会等到您重新输入为止。</translation>
    </message>
    <message>
        <source>The service asks us to slow down.</source>
        <translation>服务要求我们放慢速度。</translation>
    </message>
    <message>
        <source>The service didn&apos;t give a usable answer ({code}).</source>
        <translation>服务没有给出可用的应答（{code}）。</translation>
    </message>
    <message>
        <source>Nobody could tell whether the key is good. {why} Then test it again.</source>
        <translation>无法确定密钥是否有效。{why}然后再测试一次。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Work and money</source>
        <translation>任务与费用</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>素材库</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A field on the page “{page}” is missing or wrong.</source>
        <translation>“{page}”页上有一栏未填写或不正确。</translation>
    </message>
</context>
<context>
    <name>ShelfController</name>
    <message>
        <source>Shelf</source>
        <translation>主体库</translation>
    </message>
    <message>
        <source>Export from the shelf</source>
        <translation>从主体库导出</translation>
    </message>
    <message>
        <source>Shelf ({patterns})</source>
        <translation>主体库 ({patterns})</translation>
    </message>
    <message>
        <source>Import to the shelf</source>
        <translation>导入到主体库</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>所有文件 ({patterns})</translation>
    </message>
</context>
<context>
    <name>ShelfDialog</name>
    <message>
        <source>Shelf</source>
        <translation>主体库</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>再上移</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>再下移</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kept videos</source>
        <translation>保留的视频</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Characters and products</source>
        <translation>角色和产品</translation>
    </message>
    <message>
        <source>Drag one to the window, or write @ and the name in a prompt: pictures and text come along.</source>
        <translation>把一个拖到窗口中，或在提示词里写 @ 加名称：图片和文本就一起带入。</translation>
    </message>
    <message>
        <source>Characters and products that stay the same from video to video: a name, one to three pictures, a line of text. They lie in the library and move with it.</source>
        <translation>从一个视频到另一个视频保持不变的角色和产品：一个名称、一到三张图片、一行文本。它们放在素材库中，随素材库一起移动。</translation>
    </message>
</context>
<context>
    <name>ShelfItemDialog</name>
    <message>
        <source>Put on the shelf</source>
        <translation>放入主体库</translation>
    </message>
    <message>
        <source>Change on the shelf</source>
        <translation>修改主体</translation>
    </message>
    <message>
        <source>Mei</source>
        <translation>小美</translation>
    </message>
    <message>
        <source>a girl in a yellow raincoat</source>
        <translation>穿黄色雨衣的女孩</translation>
    </message>
    <message>
        <source>Name, written as @name in a prompt</source>
        <translation>名称，在提示词中写作 @名称</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>What a prompt says of it the first time; may be empty</source>
        <translation>提示词第一次提到时怎么描述；可以留空</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>图片 {number}</translation>
    </message>
    <message>
        <source>Drop or click</source>
        <translation>拖放或点击</translation>
    </message>
</context>
<context>
    <name>ShelfMenu</name>
    <message>
        <source>Put these pictures on the shelf…</source>
        <translation>把这些图片放入主体库…</translation>
    </message>
    <message>
        <source>The whole shelf…</source>
        <translation>整个主体库…</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search by what it does, or by its key</source>
        <translation>按作用或按键搜索</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不设按键</translation>
    </message>
    <message>
        <source>The usual key</source>
        <translation>恢复默认按键</translation>
    </message>
    <message>
        <source>All keys as usual</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Choose a line to give it another key.</source>
        <translation>选择一行，给它换一个按键。</translation>
    </message>
    <message>
        <source>{key} is the key of {commands}, which loses it then.</source>
        <translation>{key} 是{commands}的按键，设置后它就没有这个键了。</translation>
    </message>
    <message>
        <source>{key} is the key of {commands}, which lose it then.</source>
        <translation>{key} 是{commands}的按键，设置后它们就没有这个键了。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Usual key of “{command}”: {key}</source>
        <translation>“{command}”的默认按键：{key}</translation>
    </message>
    <message>
        <source>Escape always leaves: a full screen, a search, a dialog.</source>
        <translation>Escape 总是离开：全屏、搜索、对话框。</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} 可以使用。</translation>
    </message>
</context>
<context>
    <name>ShotDialog</name>
    <message>
        <source>Put into a shot</source>
        <translation>归入镜头</translation>
    </message>
    <message>
        <source>Which shot does this video belong to?</source>
        <translation>这个视频属于哪个镜头？</translation>
    </message>
    <message>
        <source>Which shot do these {count} videos belong to?</source>
        <translation>这 {count} 个视频属于哪个镜头？</translation>
    </message>
    <message>
        <source>Takes of a shot stand together and are numbered on. Leave both fields empty to take them out.</source>
        <translation>同一镜头的各条排在一起，依次编号。两栏都留空则移出镜头。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put there</source>
        <translation>归入</translation>
    </message>
</context>
<context>
    <name>SlotsModel</name>
    <message>
        <source>needs a change</source>
        <translation>需要修改</translation>
    </message>
</context>
<context>
    <name>SoundField</name>
    <message>
        <source>Choose the sound beneath the film</source>
        <translation>选择片子的声音</translation>
    </message>
    <message>
        <source>Sound ({patterns})</source>
        <translation>声音 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>所有文件 ({patterns})</translation>
    </message>
    <message>
        <source>Sound beneath…</source>
        <translation>片子配音…</translation>
    </message>
    <message>
        <source>Sound beneath the film, in the place of the videos&apos; own</source>
        <translation>片子的声音，代替各视频自带的声音</translation>
    </message>
    <message>
        <source>Take the sound away</source>
        <translation>去掉这个声音</translation>
    </message>
</context>
<context>
    <name>SpokenJobs</name>
    <message>
        <source>Finished: {video}</source>
        <translation>已完成：{video}</translation>
    </message>
    <message>
        <source>Failed: {video}. {why}</source>
        <translation>失败：{video}。{why}</translation>
    </message>
    <message>
        <source>Failed: {video}. The queue says why.</source>
        <translation>失败：{video}。原因见队列。</translation>
    </message>
    <message>
        <source>No answer, perhaps charged: {video}. Decide about it in the queue.</source>
        <translation>没有应答，也许已扣费：{video}。请在队列中决定。</translation>
    </message>
</context>
<context>
    <name>StageController</name>
    <message>
        <source>This frame</source>
        <translation>这一帧</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Rating (keys 0 to 5 in the library)</source>
        <translation>评分（在素材库中按 0 到 5）</translation>
    </message>
</context>
<context>
    <name>StartEndTab</name>
    <message>
        <source>First and last frame</source>
        <translation>首帧和尾帧</translation>
    </message>
    <message>
        <source>Two dropped together fill both, in the order of their names. More make several shots.</source>
        <translation>同时拖入两张，按文件名顺序填入两处。更多则做成多个镜头。</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>Each shot ends with the picture that the next one begins with.</source>
        <translation>每个镜头的结束图片就是下一个镜头的开始图片。</translation>
    </message>
    <message>
        <source>Each two make a shot. The last picture has no partner and stays out.</source>
        <translation>每两张做成一个镜头。最后一张没有配对，不使用。</translation>
    </message>
    <message>
        <source>Each two make a shot.</source>
        <translation>每两张做成一个镜头。</translation>
    </message>
    <message>
        <source>The others stay out.</source>
        <translation>其余的不使用。</translation>
    </message>
    <message>
        <source>They are called {first} to {last}.</source>
        <translation>它们的名称为 {first} 至 {last}。</translation>
    </message>
    <message>
        <source>Add the end frame.</source>
        <translation>请添加尾帧。</translation>
    </message>
    <message>
        <source>Add the start frame.</source>
        <translation>请添加首帧。</translation>
    </message>
    <message>
        <source>Add a start and an end frame to begin.</source>
        <translation>先添加首帧和尾帧。</translation>
    </message>
    <message>
        <source>Drop, paste or click</source>
        <translation>拖放、粘贴或点击</translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation>首帧</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>首</translation>
    </message>
    <message>
        <source>End frame</source>
        <translation>尾帧</translation>
    </message>
    <message>
        <source>End</source>
        <translation>尾</translation>
    </message>
    <message>
        <source>How does one become the other? “The flower opens in morning light.”</source>
        <translation>怎样从一张变成另一张？“花朵在晨光中绽放。”</translation>
    </message>
    <message>
        <source>Swap start and end</source>
        <translation>首尾互换</translation>
    </message>
</context>
<context>
    <name>TileDelegate</name>
    <message>
        <source>File missing</source>
        <translation>文件丢失</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>预演</translation>
    </message>
</context>
<context>
    <name>TimecodeField</name>
    <message>
        <source>Timecode</source>
        <translation>时间码</translation>
    </message>
    <message>
        <source>Type a timecode, a frame number, or +12 and -12, then Return</source>
        <translation>输入时间码、帧号，或 +12 和 -12，然后按回车</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>{number} / {count}</source>
        <translation>{number} / {count}</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>第 {number} 帧，共 {count} 帧</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>没有音频设备</translation>
    </message>
    <message>
        <source>This video has no sound</source>
        <translation>这个视频没有声音</translation>
    </message>
    <message>
        <source>Position in frames</source>
        <translation>位置（帧）</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>One frame left</source>
        <translation>左移一帧</translation>
    </message>
    <message>
        <source>One frame right</source>
        <translation>右移一帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>实际像素</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed ({keys})</source>
        <translation>速度（{keys}）</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>TrashBar</name>
    <message>
        <source>1 video moved to the trash.</source>
        <translation>1 个视频已移到回收站。</translation>
    </message>
    <message>
        <source>{count} videos moved to the trash.</source>
        <translation>{count} 个视频已移到回收站。</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Nothing here is deleted by itself.</source>
        <translation>这里的内容不会自动删除。</translation>
    </message>
    <message>
        <source>Each is deleted for good after 1 day.</source>
        <translation>每个视频 1 天后永久删除。</translation>
    </message>
    <message>
        <source>Each is deleted for good after {days} days.</source>
        <translation>每个视频 {days} 天后永久删除。</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>1 个视频</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>{count} 个视频</translation>
    </message>
    <message>
        <source>{videos}, {size}. {end}</source>
        <translation>{videos}，{size}。{end}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What is in the trash</source>
        <translation>回收站中的内容</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>1 board</source>
        <translation>1 个链板</translation>
    </message>
    <message>
        <source>{count} boards</source>
        <translation>{count} 个链板</translation>
    </message>
    <message>
        <source>Really delete {count}?</source>
        <translation>真的删除 {count} 个？</translation>
    </message>
</context>
<context>
    <name>TroubleStage</name>
    <message>
        <source>Open in another player</source>
        <translation>用其他播放器打开</translation>
    </message>
    <message>
        <source>This video can&apos;t be played here</source>
        <translation>这个视频无法在这里播放</translation>
    </message>
    <message>
        <source>The file is still in your library. Another player may know its format.</source>
        <translation>文件还在您的素材库中。其他播放器也许认识它的格式。</translation>
    </message>
    <message>
        <source>The file is missing</source>
        <translation>文件丢失</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted outside the program, or its drive isn&apos;t connected. Nothing else was changed.</source>
        <translation>它在程序之外被移动、改名或删除了，或者所在的磁盘没有连接。其他内容没有改动。</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>{what} {key} takes it back.</source>
        <translation>{what}按 {key} 可以撤回。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>UnfinishedDialog</name>
    <message>
        <source>Quit?</source>
        <translation>退出吗？</translation>
    </message>
    <message>
        <source>An export is being made</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>{count} exports are being made</source>
        <translation>正在进行 {count} 项导出</translation>
    </message>
    <message>
        <source>It isn&apos;t carried on at the next start. If you quit now, nothing half-written is left, and what is finished already stays.</source>
        <translation>下次启动时不会继续。如果现在退出，不会留下写了一半的文件，已完成的会保留。</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>立即退出</translation>
    </message>
    <message>
        <source>Quit when it is made</source>
        <translation>完成后退出</translation>
    </message>
</context>
<context>
    <name>UnknownDialog</name>
    <message>
        <source>Answer lost</source>
        <translation>应答丢失</translation>
    </message>
    <message>
        <source>The service doesn&apos;t know this task id</source>
        <translation>服务不认识这个任务 ID</translation>
    </message>
    <message>
        <source>Nothing can be fetched under {task_id}. With the right id from the service&apos;s console the video can still be fetched; asking costs nothing.</source>
        <translation>用 {task_id} 下载不到任何内容。从服务的控制台取得正确的 ID，仍可下载视频；询问不花钱。</translation>
    </message>
    <message>
        <source>It was charged, and its task id is lost</source>
        <translation>已扣费，但任务 ID 丢失</translation>
    </message>
    <message>
        <source>The service says that it has this order. Its answer with the task id did not arrive. With the id from the service&apos;s console the video can still be fetched.</source>
        <translation>服务说它有这个订单，但带任务 ID 的应答没有到达。用服务控制台中的 ID 仍可下载视频。</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether it was charged</source>
        <translation>还不知道是否已扣费</translation>
    </message>
    <message>
        <source>The order left this computer, and the service&apos;s answer did not arrive. It may have taken the order or not. Nothing is sent again unless you say so.</source>
        <translation>订单已从这台电脑发出，服务的应答没有到达。服务可能接受了，也可能没有。除非您要求，不会再次发送。</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后决定</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>Perhaps charged</source>
        <translation>也许已扣费</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求编号</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>The service says</source>
        <translation>服务的原话</translation>
    </message>
    <message>
        <source>The picture that was sent</source>
        <translation>已发送的图片</translation>
    </message>
    <message>
        <source>Send again with the same request id</source>
        <translation>用同一请求编号再次发送</translation>
    </message>
    <message>
        <source>The service says that it refuses a request id that it has seen. If it keeps to that, you can&apos;t pay twice. It was never proven.</source>
        <translation>服务声称会拒绝它见过的请求编号。如果它说到做到，您不会重复付费。这从未得到验证。</translation>
    </message>
    <message>
        <source>Treat as lost</source>
        <translation>按损失处理</translation>
    </message>
    <message>
        <source>The row ends here. If it was charged, the money is gone; it counts against your budget.</source>
        <translation>这一行到此结束。如果已扣费，钱就没有了；它计入您的预算。</translation>
    </message>
    <message>
        <source>The same for all {count} jobs like this one, charged {price} in all</source>
        <translation>同样的 {count} 个任务都这样处理，合计已扣费 {price}</translation>
    </message>
    <message>
        <source>The same for all {count} jobs like this one, perhaps charged {price} in all</source>
        <translation>同样的 {count} 个任务都这样处理，合计也许已扣费 {price}</translation>
    </message>
    <message>
        <source>I have a task id from the service&apos;s console: the video is fetched under it.</source>
        <translation>我有服务控制台中的任务 ID：按它下载视频。</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>任务 ID</translation>
    </message>
    <message>
        <source>Task id from the service&apos;s console</source>
        <translation>服务控制台中的任务 ID</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>找回</translation>
    </message>
</context>
<context>
    <name>UpdateController</name>
    <message>
        <source>Version {newest} is there; this is {version}.</source>
        <translation>已有 {newest} 版；这里是 {version} 版。</translation>
    </message>
    <message>
        <source>{version} is the newest version.</source>
        <translation>{version} 已是最新版本。</translation>
    </message>
    <message>
        <source>No browser is set up here. The page is {url}</source>
        <translation>这里没有设置浏览器。页面地址是 {url}</translation>
    </message>
</context>
<context>
    <name>VerdictRow</name>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>弃用</translation>
    </message>
    <message>
        <source>Winner of its shot</source>
        <translation>设为镜头的选用条</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watched folders</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Each picture that appears in a folder becomes a video of a preset, once by what it holds. A day costs what you allow at most. Folders are watched while this program runs.</source>
        <translation>文件夹中每出现一张图片，就用一个预设做成视频，按内容只做一次。一天的花费不超过您允许的数额。程序运行期间才会监视。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>不再监视</translation>
    </message>
    <message>
        <source>Watch another folder</source>
        <translation>监视另一个文件夹</translation>
    </message>
    <message>
        <source>Rehearse it · free</source>
        <translation>预演 · 免费</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>已制作</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… 还有 {count} 个</translation>
    </message>
    <message>
        <source>Watch it · at most {cap} a day</source>
        <translation>开始监视 · 每天最多 {cap}</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>开始监视</translation>
    </message>
    <message>
        <source>Add a key in the settings to watch it; rehearsing needs none.</source>
        <translation>要监视，请在设置中添加密钥；预演不需要密钥。</translation>
    </message>
</context>
<context>
    <name>WatchForm</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Most that the folder may cost in a day, in {currency}</source>
        <translation>该文件夹每天最多可花费（{currency}）</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>每天最多</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>还没有选择文件夹。</translation>
    </message>
    <message>
        <source>Make the picture that lies there already, too</source>
        <translation>已在那里的 1 张图片也制作</translation>
    </message>
    <message>
        <source>Make the {count} pictures that lie there already, too</source>
        <translation>已在那里的 {count} 张图片也制作</translation>
    </message>
    <message>
        <source>Save a preset for one picture in a tab first: it says what becomes of the pictures.</source>
        <translation>请先在标签页中为单张图片存一个预设：它决定图片做成什么样的视频。</translation>
    </message>
    <message>
        <source>Choose the folder into which pictures come.</source>
        <translation>请选择图片会放进去的文件夹。</translation>
    </message>
    <message>
        <source>Say what a day may cost; a video costs {price}.</source>
        <translation>请填写一天可以花费多少；一个视频 {price}。</translation>
    </message>
    <message>
        <source>That is less than one video, which costs {price}.</source>
        <translation>这不够做一个视频，一个视频 {price}。</translation>
    </message>
    <message>
        <source>Videos a day at most: {count}, at {price} each.</source>
        <translation>每天最多 {count} 个视频，每个 {price}。</translation>
    </message>
</context>
<context>
    <name>WayTest</name>
    <message>
        <source>{host} answers through the proxy {proxy}.</source>
        <translation>{host} 通过代理 {proxy} 应答。</translation>
    </message>
    <message>
        <source>{host} answers. The system names no proxy for it.</source>
        <translation>{host} 有应答。系统没有为它指定代理。</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host} 有应答。</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the network.</source>
        <translation>无法连接 {host}。请检查网络。</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a name and a password, or others than it got.</source>
        <translation>代理 {proxy} 要求用户名和密码，或收到的不对。</translation>
    </message>
    <message>
        <source>The proxy {proxy} can&apos;t be reached. Check its address.</source>
        <translation>无法连接代理 {proxy}。请检查它的地址。</translation>
    </message>
    <message>
        <source>The proxy {proxy} took the connection and didn&apos;t open the way to {host}.</source>
        <translation>代理 {proxy} 接受了连接，但没有打开通往 {host} 的路。</translation>
    </message>
    <message>
        <source>The proxy {proxy} didn&apos;t let us through to {host}.</source>
        <translation>代理 {proxy} 不让我们连到 {host}。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Vidu Desktop was open already, and its window comes to the front. Nothing was ordered in this one: press again there.</source>
        <translation>Vidu Desktop 已经打开，它的窗口会显示到最前面。这个窗口没有下单：请在那边再按一次。</translation>
    </message>
    <message>
        <source>Another Vidu Desktop is working on this library. Nothing was sent. Wait until it has ended, then start again.</source>
        <translation>另一个 Vidu Desktop 正在使用这个素材库。什么都没有发送。请等它结束后重新启动。</translation>
    </message>
    <message>
        <source>Nothing was ordered.</source>
        <translation>没有下单。</translation>
    </message>
    <message>
        <source>You had typed:</source>
        <translation>您已输入：</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>batch</name>
    <message>
        <source>There is no batch {batch} in this library.</source>
        <translation>这个素材库中没有批量任务 {batch}。</translation>
    </message>
    <message>
        <source>What was written down of the batch {batch} is damaged, so nobody knows what was ordered. Nothing of it is ordered any more; what is in the queue goes on. Begin a new one with the rows that are missing.</source>
        <translation>批量任务 {batch} 的记录已损坏，无法得知下过哪些订单。不会再为它下单；队列中的继续进行。请用缺少的行新建一个批量任务。</translation>
    </message>
    <message>
        <source>There is no “{name}”. Choose a sheet or a folder that is there.</source>
        <translation>没有“{name}”。请选择存在的表格或文件夹。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be opened. Look whether you may read it.</source>
        <translation>“{name}”无法打开。请检查您是否有读取权限。</translation>
    </message>
    <message>
        <source>“{name}” is no regular file. Save the sheet as a file first.</source>
        <translation>“{name}”不是普通文件。请先把表格存成文件。</translation>
    </message>
    <message>
        <source>There are no rows in “{name}”. It needs a line with names and a row below.</source>
        <translation>“{name}”中没有数据行。需要一行列名，下面至少一行数据。</translation>
    </message>
    <message>
        <source>“{name}” is larger than any sheet that is read here. Save the rows that you need as CSV, in parts if need be.</source>
        <translation>“{name}”超过了这里能读取的大小。请把需要的行存成 CSV，必要时分成几份。</translation>
    </message>
    <message>
        <source>“{name}” has more than {most} rows. Divide it into several sheets.</source>
        <translation>“{name}”超过 {most} 行。请分成几个表格。</translation>
    </message>
    <message>
        <source>This workbook has cells far outside of its table, or is too large. Copy the table into a new one, or save it as CSV.</source>
        <translation>这个工作簿在表格之外很远处还有单元格，或者太大。请把表格复制到新的工作簿，或存成 CSV。</translation>
    </message>
    <message>
        <source>“{name}” takes too long to read. Save the table as CSV.</source>
        <translation>“{name}”读取时间过长。请把表格存成 CSV。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t a sheet that can be read. Save it as CSV or XLSX.</source>
        <translation>“{name}”不是可以读取的表格。请存成 CSV 或 XLSX。</translation>
    </message>
    <message>
        <source>“{name}” is damaged. Open it in your spreadsheet program and save it anew.</source>
        <translation>“{name}”已损坏。请用您的表格软件打开并重新保存。</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password. Save it without one, or as CSV.</source>
        <translation>“{name}”有密码保护。请去掉密码保存，或存成 CSV。</translation>
    </message>
    <message>
        <source>“{name}” holds what no sheet needs and what can do harm (a DOCTYPE), so it isn&apos;t opened.</source>
        <translation>“{name}”含有表格用不到且可能有害的内容（DOCTYPE），因此不打开。</translation>
    </message>
    <message>
        <source>The characters of “{name}” can&apos;t be read. Save it as “CSV UTF-8”.</source>
        <translation>“{name}”中的字符无法读取。请存成“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>A quotation mark in line {line} of “{name}” isn&apos;t closed, so the rest can&apos;t be told apart. Close it.</source>
        <translation>“{name}”第 {line} 行的引号没有闭合，后面的内容无法区分。请补上引号。</translation>
    </message>
    <message>
        <source>A cell that begins in line {line} of “{name}” is longer than any text. A quotation mark isn&apos;t closed there, perhaps.</source>
        <translation>“{name}”从第 {line} 行开始的单元格比任何文本都长。也许那里的引号没有闭合。</translation>
    </message>
    <message>
        <source>There is no table “{table}” in “{name}”. There is: {tables}.</source>
        <translation>“{name}”中没有工作表“{table}”。现有：{tables}。</translation>
    </message>
    <message>
        <source>This sheet is the result of the batch {batch}, which isn&apos;t in this library, so nobody knows here what was bought. Open that library; or begin a new batch, which buys every row anew.</source>
        <translation>这个表格是批量任务 {batch} 的结果，而它不在这个素材库中，因此无法得知买过什么。请打开那个素材库；或者新建批量任务，那样每一行都会重新购买。</translation>
    </message>
    <message>
        <source>This sheet holds rows of several batches: {batches}. Take them apart.</source>
        <translation>这个表格包含几个批量任务的行：{batches}。请把它们分开。</translation>
    </message>
    <message>
        <source>There is no picture in this folder or below it. Choose one that has some.</source>
        <translation>这个文件夹及其子文件夹中没有图片。请选择有图片的文件夹。</translation>
    </message>
    <message>
        <source>Say what this folder may cost in a day.</source>
        <translation>请填写这个文件夹一天可以花费多少。</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”. Choose one that is there.</source>
        <translation>没有文件夹“{folder}”。请选择存在的文件夹。</translation>
    </message>
    <message>
        <source>No column is known to name the pictures. Say which one does: COLUMN=picture.</source>
        <translation>不知道哪一列写的是图片。请指明：COLUMN=picture。</translation>
    </message>
    <message>
        <source>This cell holds a formula&apos;s error. Mend the formula, or write what is meant.</source>
        <translation>这个单元格是公式的错误值。请修正公式，或直接写出内容。</translation>
    </message>
    <message>
        <source>This cell holds a formula that was never calculated. Open the sheet in your spreadsheet program and save it.</source>
        <translation>这个单元格的公式从未计算过。请用您的表格软件打开并保存。</translation>
    </message>
    <message>
        <source>This cell is merged with the one above, whose text it doesn&apos;t have. Part them and fill it in.</source>
        <translation>这个单元格与上面的合并了，没有自己的文本。请拆分并填写。</translation>
    </message>
    <message>
        <source>This cell holds control characters, which can&apos;t be seen. Type its text anew.</source>
        <translation>这个单元格含有看不见的控制字符。请重新输入其中的文本。</translation>
    </message>
    <message>
        <source>There is no picture “{cell}” beside the sheet or in the folders that you chose.</source>
        <translation>表格旁边和您选择的文件夹中都没有图片“{cell}”。</translation>
    </message>
    <message>
        <source>Several files could be “{cell}”: {files}. Write the folder into the cell, too.</source>
        <translation>有几个文件都可能是“{cell}”：{files}。请在单元格中把文件夹也写上。</translation>
    </message>
    <message>
        <source>“{cell}” lies on another computer. Copy the picture here and name it by its file.</source>
        <translation>“{cell}”在另一台电脑上。请把图片复制过来，并用文件名指明。</translation>
    </message>
    <message>
        <source>This line looks like the sheet&apos;s own total. Leave it out, or give it a picture.</source>
        <translation>这一行看起来像表格自己的合计。请排除它，或给它一张图片。</translation>
    </message>
    <message>
        <source>“{value}” is no number of takes from 0 to 99.</source>
        <translation>“{value}”不是 0 到 99 的条数。</translation>
    </message>
    <message>
        <source>There is no model “{model}” for {mode}. Choose one of: {allowed}.</source>
        <translation>没有用于{mode}的模型“{model}”。请从中选择：{allowed}。</translation>
    </message>
    <message>
        <source>This row has no prompt. Write one, give one for all such rows, or say that none is meant.</source>
        <translation>这一行没有提示词。请写一条，或为所有这样的行统一写一条，或说明确实不要提示词。</translation>
    </message>
    <message>
        <source>“{column}” is empty here, and the prompt needs it. Fill it in, or put what may go into square brackets.</source>
        <translation>此处“{column}”为空，而提示词需要它。请填写，或将可省略的内容放入方括号。</translation>
    </message>
    <message>
        <source>Line {other} has the same key. Each row needs one of its own.</source>
        <translation>第 {other} 行的键相同。每一行都要有自己的键。</translation>
    </message>
    <message>
        <source>Line {other} has the same name “{name}” for its video, or one that differs in capitals only. Give each its own.</source>
        <translation>第 {other} 行的视频也叫“{name}”，或只有大小写不同。请各取各的名称。</translation>
    </message>
    <message>
        <source>Line {other} asks for the same, and both would be paid. Leave one out, or ask for two takes of one.</source>
        <translation>第 {other} 行的要求相同，两行都要付费。请排除一行，或改为一行做两条。</translation>
    </message>
    <message>
        <source>Line {other} asks for the same video, and each would be paid. Leave one out, or say that each is to be made.</source>
        <translation>第 {other} 行要的是同一段视频，两段都会收费。请去掉一行，或说明每一行都要制作。</translation>
    </message>
    <message>
        <source>You have this video since {day}: the batch “{batch}” made it of the same pictures, prompt and settings. Leave it out, or say that it is to be another take.</source>
        <translation>您从 {day} 起就有这个视频：批量任务“{batch}”用同样的图片、提示词和设置做过。请排除它，或说明要再做一条。</translation>
    </message>
    <message>
        <source>You have this video since {day}: it was ordered by hand with the same pictures, prompt and settings. Leave it out, or say that it is to be another take.</source>
        <translation>您从 {day} 起就有这个视频：曾用同样的图片、提示词和设置手动下单。请排除它，或说明要再做一条。</translation>
    </message>
    <message>
        <source>Hidden rows: {count}; rows that can be seen: {shown}, {price}. With the hidden ones it is {both}. Say whether they are left or taken.</source>
        <translation>隐藏的行：{count}；可见的行：{shown}，{price}。连同隐藏的行共 {both}。请说明隐藏的行不要还是要。</translation>
    </message>
    <message>
        <source>That the sheet is written in {value} is a guess. If its texts look right, say {flag} {value}.</source>
        <translation>表格编码为 {value} 是猜测。如果文字显示正确，请指定 {flag} {value}。</translation>
    </message>
    <message>
        <source>That a {value} stands between the columns is a guess. If it is right, say {flag} {value}.</source>
        <translation>列之间用 {value} 分隔是猜测。如果正确，请指定 {flag} {value}。</translation>
    </message>
    <message>
        <source>That the columns&apos; names stand in line {value} is a guess. If it is right, say {flag} {value}.</source>
        <translation>列名在第 {value} 行是猜测。如果正确，请指定 {flag} {value}。</translation>
    </message>
    <message>
        <source>The workbook has several tables, and “{value}” is only the first. Say {flag} NAME.</source>
        <translation>这个工作簿有几个工作表，“{value}”只是第一个。请指定 {flag} NAME。</translation>
    </message>
    <message>
        <source>That pictures belong together by {value} is a guess. If the pairs look right, say {flag} {value}.</source>
        <translation>图片按 {value} 归为一组是猜测。如果配对正确，请指定 {flag} {value}。</translation>
    </message>
    <message>
        <source>That “{name}” is the {field} is a guess by what stands in it. Say it: COLUMN=FIELD.</source>
        <translation>“{name}”是 {field}，这是按内容猜测的。请指明：COLUMN=FIELD。</translation>
    </message>
    <message>
        <source>In the table “{table}” no column is known to name the pictures. The workbook has others: {others}. Choose another table (--sheet), or say which column does: COLUMN=picture.</source>
        <translation>工作表“{table}”里不知道哪一列写的是图片。该工作簿还有：{others}。请选择其他工作表（--sheet），或指明是哪一列：COLUMN=picture。</translation>
    </message>
    <message>
        <source>This batch has ordered the same video for another row, and it would be paid once more. Leave this one out, or say that each is to be made.</source>
        <translation>这个批量任务已经为另一行订购了同一段视频，再做一次会再收费。请去掉这一行，或说明每一行都要制作。</translation>
    </message>
    <message>
        <source>Pictures not found</source>
        <translation>找不到的图片</translation>
    </message>
    <message>
        <source>Pictures that could be several files</source>
        <translation>可能是几个文件的图片</translation>
    </message>
    <message>
        <source>Pictures on other computers</source>
        <translation>在其他电脑上的图片</translation>
    </message>
    <message>
        <source>Errors of formulas</source>
        <translation>公式错误</translation>
    </message>
    <message>
        <source>Formulas without a value</source>
        <translation>没有值的公式</translation>
    </message>
    <message>
        <source>Merged cells</source>
        <translation>合并的单元格</translation>
    </message>
    <message>
        <source>Control characters</source>
        <translation>控制字符</translation>
    </message>
    <message>
        <source>The sheet&apos;s own totals</source>
        <translation>表格自己的合计</translation>
    </message>
    <message>
        <source>Takes that are no number</source>
        <translation>不是数字的条数</translation>
    </message>
    <message>
        <source>Models that aren&apos;t there</source>
        <translation>不存在的模型</translation>
    </message>
    <message>
        <source>Without a prompt</source>
        <translation>没有提示词</translation>
    </message>
    <message>
        <source>Columns that the prompt needs and that are empty</source>
        <translation>提示词需要但为空的列</translation>
    </message>
    <message>
        <source>Prompts too long</source>
        <translation>提示词太长</translation>
    </message>
    <message>
        <source>Keys that are there twice</source>
        <translation>重复的键</translation>
    </message>
    <message>
        <source>Twins</source>
        <translation>重复的行</translation>
    </message>
    <message>
        <source>The same video in several lines</source>
        <translation>多行要的是同一段视频</translation>
    </message>
    <message>
        <source>Names of videos that are there twice</source>
        <translation>重名的视频</translation>
    </message>
    <message>
        <source>Videos that you have already</source>
        <translation>您已有的视频</translation>
    </message>
    <message>
        <source>Settings that aren&apos;t offered</source>
        <translation>不提供的设置</translation>
    </message>
    <message>
        <source>Settings that the model hasn&apos;t</source>
        <translation>该模型没有的设置</translation>
    </message>
    <message>
        <source>Too few pictures</source>
        <translation>图片太少</translation>
    </message>
    <message>
        <source>Too many pictures</source>
        <translation>图片太多</translation>
    </message>
    <message>
        <source>Pictures of an odd shape</source>
        <translation>宽高比不合的图片</translation>
    </message>
    <message>
        <source>Pictures too small</source>
        <translation>图片太小</translation>
    </message>
    <message>
        <source>Pairs that don&apos;t match</source>
        <translation>尺寸不符的成对图片</translation>
    </message>
    <message>
        <source>Damaged pictures</source>
        <translation>损坏的图片</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>监视中</translation>
    </message>
    <message>
        <source>Goes on tomorrow: today&apos;s sum is used</source>
        <translation>明天继续：今天的数额已用完</translation>
    </message>
    <message>
        <source>Waits: the price isn&apos;t the one that you approved. Watch it anew</source>
        <translation>等待中：价格与您批准的不同。请重新开始监视</translation>
    </message>
    <message>
        <source>The folder can&apos;t be read now; it is looked for again</source>
        <translation>文件夹现在无法读取；会再次查找</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopped by itself: too many of the last ten ended the same way ({code})</source>
        <translation>已自行停止：最近十个中太多以同样的方式结束（{code}）</translation>
    </message>
    <message>
        <source>Not watched any more</source>
        <translation>不再监视</translation>
    </message>
    <message>
        <source>Another computer with this library watches it</source>
        <translation>由使用这个素材库的另一台电脑监视</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>{spent} of {cap}</source>
        <translation>{spent} / {cap}</translation>
    </message>
    <message>
        <source>The preset&apos;s model “{model}” isn&apos;t offered by this version. Choose another preset.</source>
        <translation>这个版本不提供该预设的模型“{model}”。请选择其他预设。</translation>
    </message>
    <message>
        <source>A watched folder makes a video of each picture, and this preset needs several for one. Choose a preset for one picture.</source>
        <translation>监视文件夹为每张图片做一个视频，而这个预设一个视频需要几张图片。请选择用于单张图片的预设。</translation>
    </message>
    <message>
        <source>Not ordered yet</source>
        <translation>尚未下单</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Refused or failed</source>
        <translation>被拒绝或失败</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Something else is wrong</source>
        <translation>其他问题</translation>
    </message>
    <message>
        <source>Asked for: {pictures} · {prompt} · {options}</source>
        <translation>所要求的：{pictures} · {prompt} · {options}</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>没有提示词</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>{needed} needed of {free} free</source>
        <translation>需要 {needed}，可用 {free}</translation>
    </message>
    <message>
        <source>{field} · guessed</source>
        <translation>{field} · 猜测</translation>
    </message>
    <message>
        <source>approved, its turn comes by itself</source>
        <translation>已批准，会自动轮到</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>{value} (guessed)</source>
        <translation>{value}（猜测）</translation>
    </message>
    <message>
        <source>names in line {line}</source>
        <translation>列名在第 {line} 行</translation>
    </message>
    <message>
        <source>a result of “{name}”: what you change here counts for what you run from here, and the sheet “{sheet}” stays as it is</source>
        <translation>“{name}”的结果：您在这里的更改只对从这里运行的内容有效，表格“{sheet}”保持不变</translation>
    </message>
    <message>
        <source>1 video was ordered before and isn&apos;t ordered again</source>
        <translation>1 个视频以前下过单，不会再次下单</translation>
    </message>
    <message>
        <source>{count} videos were ordered before and aren&apos;t ordered again</source>
        <translation>{count} 个视频以前下过单，不会再次下单</translation>
    </message>
    <message>
        <source>1 video was refused and not charged, its row says why</source>
        <translation>1 个视频被拒绝，未扣费，其行中写有原因</translation>
    </message>
    <message>
        <source>{count} videos were refused and not charged, their rows say why</source>
        <translation>{count} 个视频被拒绝，未扣费，其行中写有原因</translation>
    </message>
    <message>
        <source>1 more video is approved: its turn comes by itself</source>
        <translation>另有 1 个视频已批准，会自动轮到</translation>
    </message>
    <message>
        <source>{count} more videos are approved: their turn comes by itself</source>
        <translation>另有 {count} 个视频已批准，会自动轮到</translation>
    </message>
    <message>
        <source>1 row was changed after it had been ordered, and stays as it was</source>
        <translation>1 行在下单之后有改动，保持原样</translation>
    </message>
    <message>
        <source>{count} rows were changed after they had been ordered, and stay as they were</source>
        <translation>{count} 行在下单之后有改动，保持原样</translation>
    </message>
    <message>
        <source>1 video of the batch “{name}” is being made, for {price}.</source>
        <translation>批量任务“{name}”的 1 个视频正在制作，费用 {price}。</translation>
    </message>
    <message>
        <source>{count} videos of the batch “{name}” are being made, for {price} in all. The queue shows those that are next.</source>
        <translation>批量任务“{name}”的 {count} 个视频正在制作，总费用 {price}。队列里显示接下来的几个。</translation>
    </message>
    <message>
        <source>The batch “{name}” is under way: 1 of its videos isn&apos;t finished yet.</source>
        <translation>批次“{name}”正在进行：还有 1 个视频未完成。</translation>
    </message>
    <message>
        <source>The batch “{name}” is under way: {count} of its videos aren&apos;t finished yet.</source>
        <translation>批次“{name}”正在进行：还有 {count} 个视频未完成。</translation>
    </message>
    <message>
        <source>Videos of the batch “{name}” are being made until its budget of {budget} is used. The queue shows those that are next.</source>
        <translation>批量任务“{name}”的视频正在制作，直到用完预算 {budget}。队列里显示接下来的几个。</translation>
    </message>
    <message>
        <source>All videos of the batch “{name}” are ordered. Open it to see each row, or to save the result as a sheet.</source>
        <translation>批量任务“{name}”的视频已全部下单。打开它可以查看每一行，或将结果存为表格。</translation>
    </message>
    <message>
        <source>1 video of the batch “{name}” is made first: look at it when it is here, then go on. Nothing else was sent.</source>
        <translation>批量任务“{name}”先制作 1 个视频：到了以后看一看，再继续。其他的都没有发送。</translation>
    </message>
    <message>
        <source>{count} videos of the batch “{name}” are made first: look at them when they are here, then go on. Nothing else was sent.</source>
        <translation>批量任务“{name}”先制作 {count} 个视频：到了以后看一看，再继续。其他的都没有发送。</translation>
    </message>
    <message>
        <source>1 video of the batch “{name}” is rehearsed: look at it when it is here, then go on. Nothing was sent.</source>
        <translation>正在预演批量任务“{name}”的 1 个视频：到了以后看一看，再继续。什么都没有发送。</translation>
    </message>
    <message>
        <source>{count} videos of the batch “{name}” are rehearsed: look at them when they are here, then go on. Nothing was sent.</source>
        <translation>正在预演批量任务“{name}”的 {count} 个视频：到了以后看一看，再继续。什么都没有发送。</translation>
    </message>
    <message>
        <source>Open the batch</source>
        <translation>打开批量任务</translation>
    </message>
    <message>
        <source>The folder “{name}” isn&apos;t watched for now: too many of the last ten videos ended the same way; the queue says why. File &gt; Batch &gt; Watched folders goes on.</source>
        <translation>文件夹“{name}”暂时不再监视：最近十个视频中太多以同样的方式结束；原因见队列。在“文件 &gt; 批量任务 &gt; 监视文件夹”中继续。</translation>
    </message>
    <message>
        <source>The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the queue say why. 1 video waits, nothing is lost. Open its sheet again to go on.</source>
        <translation>批量任务“{name}”已自行停止：最近十个中太多以同样的方式结束；原因见它们在队列中的行。1 个视频在等待，什么都没有丢。重新打开它的表格即可继续。</translation>
    </message>
    <message>
        <source>The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the queue say why. {count} videos wait, nothing is lost. Open its sheet again to go on.</source>
        <translation>批量任务“{name}”已自行停止：最近十个中太多以同样的方式结束；原因见它们在队列中的行。{count} 个视频在等待，什么都没有丢。重新打开它的表格即可继续。</translation>
    </message>
    <message>
        <source>Another computer has gone on with “{name}” since it began here, so nothing more of it is ordered here and nothing is paid twice. Open it again to go on here.</source>
        <translation>“{name}”在这里开始之后，另一台电脑接着做了，所以这里不再下单，也不会重复付费。要在这里继续，请重新打开它。</translation>
    </message>
    <message>
        <source>The budget of the batch “{name}” is used; 1 video waits. Open its sheet again to go on with another one.</source>
        <translation>批量任务“{name}”的预算已用完；1 个视频在等待。重新打开它的表格，用新的预算继续。</translation>
    </message>
    <message>
        <source>The budget of the batch “{name}” is used; {count} videos wait. Open its sheet again to go on with another one.</source>
        <translation>批量任务“{name}”的预算已用完；{count} 个视频在等待。重新打开它的表格，用新的预算继续。</translation>
    </message>
    <message>
        <source>1 video of the batch “{name}” waits: a picture or a price isn&apos;t what you approved, or it was ordered on another computer. Open its sheet again to see which.</source>
        <translation>批量任务“{name}”有 1 个视频在等待：图片或价格与您批准的不同，或者它已在另一台电脑上下单。重新打开它的表格查看是哪一个。</translation>
    </message>
    <message>
        <source>{count} videos of the batch “{name}” wait: a picture or a price isn&apos;t what you approved, or they were ordered on another computer. Open its sheet again to see which.</source>
        <translation>批量任务“{name}”有 {count} 个视频在等待：图片或价格与您批准的不同，或者它们已在另一台电脑上下单。重新打开它的表格查看是哪些。</translation>
    </message>
    <message>
        <source>The board “{name}” has stopped by itself: too many of the last ten videos ended the same way; the queue says why. 1 video waits, nothing is lost. Make on the board what is missing to go on.</source>
        <translation>链板“{name}”已自行停止：最近十个视频中太多以同样的方式结束；原因见队列。1 个视频在等待，什么都没有丢。在链板上制作缺少的即可继续。</translation>
    </message>
    <message>
        <source>The board “{name}” has stopped by itself: too many of the last ten videos ended the same way; the queue says why. {count} videos wait, nothing is lost. Make on the board what is missing to go on.</source>
        <translation>链板“{name}”已自行停止：最近十个视频中太多以同样的方式结束；原因见队列。{count} 个视频在等待，什么都没有丢。在链板上制作缺少的即可继续。</translation>
    </message>
    <message>
        <source>Another computer has gone on with the board “{name}” since it began here, so nothing more of it is ordered here and nothing is paid twice. Make on the board what is missing to go on here.</source>
        <translation>链板“{name}”在这里开始之后，另一台电脑接着做了，所以这里不再下单，也不会重复付费。要在这里继续，请在链板上制作缺少的。</translation>
    </message>
    <message>
        <source>The budget of the board “{name}” is used; 1 video waits. Type a higher one on the board and make what is missing to go on.</source>
        <translation>链板“{name}”的预算已用完；1 个视频在等待。在链板上输入更高的预算并制作缺少的，即可继续。</translation>
    </message>
    <message>
        <source>The budget of the board “{name}” is used; {count} videos wait. Type a higher one on the board and make what is missing to go on.</source>
        <translation>链板“{name}”的预算已用完；{count} 个视频在等待。在链板上输入更高的预算并制作缺少的，即可继续。</translation>
    </message>
    <message>
        <source>1 video of the board “{name}” waits: a still or a price isn&apos;t what you approved, or it was ordered on another computer. The board shows which.</source>
        <translation>链板“{name}”有 1 个视频在等待：静帧或价格与您批准的不同，或者它已在另一台电脑上下单。链板上可以看到是哪一个。</translation>
    </message>
    <message>
        <source>{count} videos of the board “{name}” wait: a still or a price isn&apos;t what you approved, or they were ordered on another computer. The board shows which.</source>
        <translation>链板“{name}”有 {count} 个视频在等待：静帧或价格与您批准的不同，或者它们已在另一台电脑上下单。链板上可以看到是哪些。</translation>
    </message>
    <message>
        <source>Look for them in a folder…</source>
        <translation>在文件夹中寻找…</translation>
    </message>
    <message>
        <source>Shorten · {count}</source>
        <translation>缩短 · {count}</translation>
    </message>
    <message>
        <source>Take the standard · {count}</source>
        <translation>采用标准值 · {count}</translation>
    </message>
    <message>
        <source>Make another take · {count}</source>
        <translation>再做一条 · {count}</translation>
    </message>
    <message>
        <source>Make each of them · {count}</source>
        <translation>每一行都制作 · {count}</translation>
    </message>
    <message>
        <source>Match the end frames · {count}</source>
        <translation>匹配尾帧 · {count}</translation>
    </message>
    <message>
        <source>Make them takes · {count}</source>
        <translation>改为各条 · {count}</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Workbooks</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>The result isn&apos;t written into the sheet itself. Give it another name.</source>
        <translation>结果不能写进表格本身。请取另一个名称。</translation>
    </message>
    <message>
        <source>Batch from a sheet</source>
        <translation>从表格批量制作</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>粘贴的行</translation>
    </message>
    <message>
        <source>{made} of {pictures}</source>
        <translation>{made}/{pictures}</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t made. {why}</source>
        <translation>“{path}”没有制作。{why}</translation>
    </message>
    <message>
        <source>“{text}” doesn&apos;t say which pictures belong together. Write it as *_start=*_end, where the stars stand for the same, or say two (1 and 2, 3 and 4) or chain (1 and 2, 2 and 3).</source>
        <translation>“{text}”没有说明哪些图片是一组。请写成 *_start=*_end，星号代表相同的部分，或写 two（1 和 2，3 和 4）或 chain（1 和 2，2 和 3）。</translation>
    </message>
    <message>
        <source>That would be more than {most} rows. Choose fewer prompts or fewer settings.</source>
        <translation>那样会超过 {most} 行。请减少提示词或设置。</translation>
    </message>
    <message>
        <source>That is more than can be pasted. Save it as a sheet and open that as a batch.</source>
        <translation>内容太多，无法粘贴。请存成表格，再作为批量任务打开。</translation>
    </message>
    <message>
        <source>There is no table in the clipboard. Copy the rows in your spreadsheet, with the line that has the names.</source>
        <translation>剪贴板中没有表格。请在表格软件中复制数据行，连同列名那一行。</translation>
    </message>
    <message>
        <source>A “{sign}” in the template has no other half. Write it twice where the sign itself is meant.</source>
        <translation>模板中的“{sign}”缺少另一半。如果要的就是这个符号本身，请写两遍。</translation>
    </message>
    <message>
        <source>The template names a column “{column}” that isn&apos;t there. There is: {columns}.</source>
        <translation>模板用到的列“{column}”不存在。现有：{columns}。</translation>
    </message>
    <message>
        <source>“{text}” doesn&apos;t say what a column is for. Write it as COLUMN=FIELD.</source>
        <translation>“{text}”没有说明列的用途。请写成 COLUMN=FIELD。</translation>
    </message>
    <message>
        <source>There is no field “{field}” that a column could be for. Choose one of: {fields}.</source>
        <translation>没有“{field}”这种列的用途。请从中选择：{fields}。</translation>
    </message>
    <message>
        <source>There is no column “{column}”. There is: {columns}.</source>
        <translation>没有列“{column}”。现有：{columns}。</translation>
    </message>
    <message>
        <source>Only one column can be the {field}, and these are named so: {columns}.</source>
        <translation>只能有一列是 {field}，而现在有这些：{columns}。</translation>
    </message>
    <message>
        <source>What the column “{column}” is for is said more than once: {said}. Say it once. Nothing was sent.</source>
        <translation>列“{column}”的用途被指定了不止一次：{said}。请只指定一次。没有发送任何内容。</translation>
    </message>
    <message>
        <source>One batch at a time: “{name}” is open. Open the other sheets and folders after it.</source>
        <translation>一次一个批量任务：“{name}”正开着。请在它之后再打开其他表格和文件夹。</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>end picture</source>
        <translation>尾帧</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>key</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>takes</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>shot</source>
        <translation>镜头</translation>
    </message>
    <message>
        <source>video name</source>
        <translation>视频名</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Your change to approved rows can&apos;t be saved yet. They aren&apos;t bought while the program is open, and saving is tried again by itself. Put the disk right before you quit, or they may be bought as they were after the next start. {why}</source>
        <translation>对已批准行的更改尚未能保存。程序打开期间不会购买这些行，并会自动重试保存。请在退出前解决磁盘问题，否则下次启动后可能会按原来的内容购买。{why}</translation>
    </message>
    <message>
        <source>1 row of “{name}” is new or changed since you approved it, and isn&apos;t ordered as it stands there now.</source>
        <translation>“{name}”有 1 行在您批准之后新增或更改过，不会按现在的内容下单。</translation>
    </message>
    <message>
        <source>{count} rows of “{name}” are new or changed since you approved it, and aren&apos;t ordered as they stand there now.</source>
        <translation>“{name}”有 {count} 行在您批准之后新增或更改过，不会按现在的内容下单。</translation>
    </message>
    <message>
        <source>The sheet was changed since it was read. The rows below, and what is bought of them, are as they were before. Read it again to take in what is new.</source>
        <translation>表格在读取之后被更改过。下面的行以及据此购买的内容仍是更改之前的。重新读取即可纳入新内容。</translation>
    </message>
    <message>
        <source>What lies in the folder has changed since it was read. The rows below, and what is bought of them, are as they were before. Read it again to take in what is new.</source>
        <translation>文件夹的内容在读取之后有变化。下面的行以及据此购买的内容仍是变化之前的。重新读取即可纳入新内容。</translation>
    </message>
    <message>
        <source>“{path}” couldn&apos;t be replaced, perhaps because another program has it open: the result is beside it, as “{other}”.</source>
        <translation>无法替换“{path}”，可能有其他程序正打开着它：结果已存放在它旁边，名为“{other}”。</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>The board in “{name}” is damaged and can&apos;t be opened. It stays as it is; its videos are in the library, and its stills beside it. Make a new board of them: what was made already isn&apos;t ordered again.</source>
        <translation>“{name}”中的链板已损坏，无法打开。它保持原样；它的视频在素材库中，静帧在它旁边。请用它们新建一个链板：已经做过的不会再次下单。</translation>
    </message>
    <message>
        <source>The start still is {start_width} × {start_height}, the end still {end_width} × {end_height}. They must be within a fifth of each other. Match the start still to the end still.</source>
        <translation>开头静帧为 {start_width} × {start_height}，结尾静帧为 {end_width} × {end_height}。两者相差不得超过五分之一。请将开头静帧匹配到结尾静帧。</translation>
    </message>
    <message>
        <source>Against the video before: {jump}</source>
        <translation>与前一个视频相比：{jump}</translation>
    </message>
    <message>
        <source>sound {seconds:.1f} s longer</source>
        <translation>声音长 {seconds:.1f} 秒</translation>
    </message>
    <message>
        <source>sound {seconds:.1f} s shorter</source>
        <translation>声音短 {seconds:.1f} 秒</translation>
    </message>
    <message>
        <source>hard cut</source>
        <translation>硬切</translation>
    </message>
    <message>
        <source>No video is made here; one still follows the other.</source>
        <translation>这里不制作视频；一张静帧之后直接接下一张。</translation>
    </message>
    <message>
        <source>your last changes aren&apos;t kept yet</source>
        <translation>你最近的更改还没有保存</translation>
    </message>
    <message>
        <source>its stills stand in</source>
        <translation>以静帧代替</translation>
    </message>
    <message>
        <source>Where the board plays as a film, the first of its stills fades into the second here.</source>
        <translation>链板作为片子播放时，这里由前一张静帧渐变为后一张。</translation>
    </message>
    <message>
        <source>Sent as: {text}</source>
        <translation>发送的内容：{text}</translation>
    </message>
    <message>
        <source>a still is missing</source>
        <translation>缺少一张静帧</translation>
    </message>
    <message>
        <source>One of the two stills isn&apos;t there, so nobody knows whether its video is current. Nothing is made meanwhile.</source>
        <translation>两张静帧中有一张不在了，因此无法得知它的视频是否最新。在此期间不制作。</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>One of the two stills can&apos;t be read now. Nothing is made meanwhile.</source>
        <translation>两张静帧中有一张现在无法读取。在此期间不制作。</translation>
    </message>
    <message>
        <source>can&apos;t be made</source>
        <translation>无法制作</translation>
    </message>
    <message>
        <source>Nothing is sent for this gap before that is mended:</source>
        <translation>在改正之前，这个间隔不发送任何内容：</translation>
    </message>
    <message>
        <source>you have it</source>
        <translation>您已有</translation>
    </message>
    <message>
        <source>current · {count} more · {total}</source>
        <translation>最新 · 还有 {count} 个 · {total}</translation>
    </message>
    <message>
        <source>Its video is current; more takes are wanted.</source>
        <translation>它的视频是最新的；还要再做几条。</translation>
    </message>
    <message>
        <source>rejected · {count} more · {total}</source>
        <translation>已弃用 · 还有 {count} 个 · {total}</translation>
    </message>
    <message>
        <source>All its videos were rejected; more takes are wanted.</source>
        <translation>它的视频都已弃用；还要再做几条。</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已弃用</translation>
    </message>
    <message>
        <source>What there is of it was rejected, and plays until there is something better: want one more take.</source>
        <translation>现有的视频都已弃用，在有更好的之前仍播放它。请再做一条。</translation>
    </message>
    <message>
        <source>rehearsal · {total}</source>
        <translation>预演 · {total}</translation>
    </message>
    <message>
        <source>rehearsing</source>
        <translation>正在预演</translation>
    </message>
    <message>
        <source>Its stills have a free rehearsal; the video itself isn&apos;t made.</source>
        <translation>它的静帧有免费的预演；视频本身还没有制作。</translation>
    </message>
    <message>
        <source>Its free rehearsal is being made; the video itself isn&apos;t made.</source>
        <translation>它的免费预演正在生成；视频本身还没有生成。</translation>
    </message>
    <message>
        <source>rehearsal waits</source>
        <translation>预演等待中</translation>
    </message>
    <message>
        <source>Its free rehearsal waits in the queue, which says why. The video itself isn&apos;t made.</source>
        <translation>它的免费预演在队列里等待，原因见队列。视频本身还没有生成。</translation>
    </message>
    <message>
        <source>older rehearsal · {total}</source>
        <translation>较早的预演 · {total}</translation>
    </message>
    <message>
        <source>A free rehearsal of another still or other words stands in; the video itself isn&apos;t made.</source>
        <translation>由另一张静帧或其他文字的免费预演代替；视频本身还没有生成。</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t there, or its drive doesn&apos;t answer, and the library has no copy. Put it back, or choose another picture.</source>
        <translation>“{path}”不在原处，或其磁盘没有响应，素材库中也没有副本。请放回去，或选择其他图片。</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Its video is made from these two stills and these words.</source>
        <translation>它的视频就是用这两张静帧和这些文字做的。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>It was ordered; the queue says how far it is.</source>
        <translation>已下单；进度见队列。</translation>
    </message>
    <message>
        <source>answer lost</source>
        <translation>应答丢失</translation>
    </message>
    <message>
        <source>Its order was sent, but the answer was lost. It may have been charged, so nothing is sent again by itself: the queue lets you decide.</source>
        <translation>订单已发送，但应答丢失。可能已经扣费，所以不会自动再次发送：请在队列中决定。</translation>
    </message>
    <message>
        <source>waits in the queue</source>
        <translation>在队列里等待</translation>
    </message>
    <message>
        <source>Nothing of it was sent yet; the queue says why.</source>
        <translation>还没有发送任何内容；原因见队列。</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>等待轮到</translation>
    </message>
    <message>
        <source>You let it be made; it is ordered when its turn comes.</source>
        <translation>您已批准制作；轮到时下单。</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>It came to nothing. The queue says why, and tries it again.</source>
        <translation>没有做成。原因见队列，也可在那里重试。</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>已移出队列</translation>
    </message>
    <message>
        <source>Its order was taken out of the queue. One more take makes it after all.</source>
        <translation>它的订单已移出队列。再做一条即可制作。</translation>
    </message>
    <message>
        <source>out of date · {total}</source>
        <translation>已过时 · {total}</translation>
    </message>
    <message>
        <source>Its video was made from another still or other words, and can be played. What was there before, put back, makes it current again, free.</source>
        <translation>它的视频是用另一张静帧或其他文字做的，可以播放。恢复原来的内容，它就重新成为最新，免费。</translation>
    </message>
    <message>
        <source>its video is away</source>
        <translation>它的视频不在</translation>
    </message>
    <message>
        <source>It was made, and taken out of the library since. Take it back from the trash, or want one more take.</source>
        <translation>已制作，之后从素材库移走。请从回收站取回，或再做一条。</translation>
    </message>
    <message>
        <source>not made · {total}</source>
        <translation>未制作 · {total}</translation>
    </message>
    <message>
        <source>There is no video of these two stills yet.</source>
        <translation>这两张静帧还没有视频。</translation>
    </message>
    <message>
        <source>1 still</source>
        <translation>1 张静帧</translation>
    </message>
    <message>
        <source>{count} stills</source>
        <translation>{count} 张静帧</translation>
    </message>
    <message>
        <source>1 gap</source>
        <translation>1 个间隔</translation>
    </message>
    <message>
        <source>{count} gaps</source>
        <translation>{count} 个间隔</translation>
    </message>
    <message>
        <source>{count} can&apos;t be made</source>
        <translation>{count} 个无法制作</translation>
    </message>
    <message>
        <source>{count} rejected</source>
        <translation>{count} 个已弃用</translation>
    </message>
    <message>
        <source>{count} not known yet</source>
        <translation>{count} 个尚不清楚</translation>
    </message>
    <message>
        <source>{count} current</source>
        <translation>{count} 个最新</translation>
    </message>
    <message>
        <source>{count} out of date</source>
        <translation>{count} 个已过时</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} 个进行中</translation>
    </message>
    <message>
        <source>{count} without an answer</source>
        <translation>{count} 个没有应答</translation>
    </message>
    <message>
        <source>{count} waiting in the queue</source>
        <translation>{count} 段在队列里等待</translation>
    </message>
    <message>
        <source>{count} waiting for their turn</source>
        <translation>{count} 个等待轮到</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 个失败</translation>
    </message>
    <message>
        <source>{count} taken off</source>
        <translation>{count} 个已移出</translation>
    </message>
    <message>
        <source>{count} away</source>
        <translation>{count} 个不在</translation>
    </message>
    <message>
        <source>{count} not made</source>
        <translation>{count} 个未制作</translation>
    </message>
    <message>
        <source>1 gap has no video yet, so it isn&apos;t in the film.</source>
        <translation>1 个间隔还没有视频，因此不在片子里。</translation>
    </message>
    <message>
        <source>{count} gaps have no video yet, so they aren&apos;t in the film.</source>
        <translation>{count} 个间隔还没有视频，因此不在片子里。</translation>
    </message>
    <message>
        <source>1 gap has no video yet; while the film plays, its two stills stand in for it. They aren&apos;t in what you export.</source>
        <translation>1 个间隔还没有视频；播放片子时由它的两张静帧代替。导出的内容里没有它们。</translation>
    </message>
    <message>
        <source>{count} gaps have no video yet; while the film plays, their stills stand in for them. They aren&apos;t in what you export.</source>
        <translation>{count} 个间隔还没有视频；播放片子时由它们的静帧代替。导出的内容里没有它们。</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>链板</translation>
    </message>
    <message>
        <source>A board in the library&apos;s folder {folder} is damaged and can&apos;t be opened. It stays as it is.</source>
        <translation>素材库文件夹 {folder} 中有一个链板已损坏，无法打开。它保持原样。</translation>
    </message>
    <message>
        <source>{count} boards in the library&apos;s folder {folder} are damaged and can&apos;t be opened. They stay as they are.</source>
        <translation>素材库文件夹 {folder} 中有 {count} 个链板已损坏，无法打开。它们保持原样。</translation>
    </message>
    <message>
        <source>There is a board “{name}” already. Choose another name.</source>
        <translation>已有名为“{name}”的链板。请换一个名称。</translation>
    </message>
    <message>
        <source>The board “{name}” is in the library&apos;s trash. Its videos stay, and what it has ordered goes on.</source>
        <translation>链板“{name}”已移到素材库的回收站。它的视频保留，已下的单继续。</translation>
    </message>
    <message>
        <source>The board “{name}” is gone. It was empty, so there is nothing of it in the trash.</source>
        <translation>链板“{name}”已删除。它是空的，因此回收站中没有它的内容。</translation>
    </message>
    <message>
        <source>That board isn&apos;t in the trash any more.</source>
        <translation>该链板已不在回收站中。</translation>
    </message>
    <message>
        <source>The board “{name}” was deleted or given another name on another computer. It stays open here as it is; what you change keeps it again.</source>
        <translation>链板“{name}”已在另一台电脑上被删除或改名。它在这里照原样打开着；您一改动，就会重新保存。</translation>
    </message>
    <message>
        <source>The board “{name}” was changed on another computer meanwhile. That one stays; yours is kept as “{other}”. Both know the same videos.</source>
        <translation>链板“{name}”在此期间在另一台电脑上被修改。那一份保留；您的存为“{other}”。两者知道同样的视频。</translation>
    </message>
    <message>
        <source>What you changed last on the board “{name}” couldn&apos;t be kept, because the library can&apos;t be written to. Open the board again before you quit: it is still there, and is kept when that works.</source>
        <translation>镜头链板“{name}”上最近的更改无法保存，因为素材库现在不能写入。请在退出前再次打开该板：更改还在，能写入时就会保存。</translation>
    </message>
    <message>
        <source>A still was changed meanwhile, so nothing was ordered. Look at the sums again, then press once more.</source>
        <translation>有一张静帧在此期间被修改，因此没有下单。请看一下金额，然后再按一次。</translation>
    </message>
    <message>
        <source>Nothing was ordered: stills are still on their way onto the board. See the sums then, and press again. If they don&apos;t come, Escape calls them off.</source>
        <translation>没有下单：还有静帧正在放到看板上。请等它们到位后看看合计，然后再按一次。如果一直不到，按 Esc 取消。</translation>
    </message>
    <message>
        <source>This board stays open: stills are still on their way onto it. If they don&apos;t come, Escape calls them off.</source>
        <translation>此看板保持打开：还有静帧正在放到上面。如果一直不到，按 Esc 取消。</translation>
    </message>
    <message>
        <source>Called off: the board stays as it is, and nothing was ordered.</source>
        <translation>已取消：看板保持原样，没有下单。</translation>
    </message>
</context>
<context>
    <name>command line</name>
    <message>
        <source>The table “{table}” is read, as the last time. `--sheet` reads another one.</source>
        <translation>与上次一样读取工作表“{table}”。用 `--sheet` 可读取其他工作表。</translation>
    </message>
    <message>
        <source>This kind of workbook doesn&apos;t tell which rows are hidden: all of them are taken.</source>
        <translation>这种工作簿不说明哪些行是隐藏的：全部采用。</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>There is no preset “{name}” in the library. There is: {names}.</source>
        <translation>素材库中没有预设“{name}”。现有：{names}。</translation>
    </message>
    <message>
        <source>There is no preset “{name}”: this library has none at all. Presets are saved in the window, from the small button above the prompt.</source>
        <translation>没有预设“{name}”：这个素材库里还没有任何预设。预设在窗口中保存，用提示词上方的小按钮。</translation>
    </message>
    <message>
        <source>“{text}” doesn&apos;t say an option and its values. Write OPTION=VALUE,VALUE; options are {options}.</source>
        <translation>“{text}”没有说明选项和值。请写成 OPTION=VALUE,VALUE；选项有 {options}。</translation>
    </message>
    <message>
        <source>There is no folder “{path}”. Choose one that is there.</source>
        <translation>没有文件夹“{path}”。请选择存在的文件夹。</translation>
    </message>
    <message>
        <source>1 video was ordered and hasn&apos;t ended: the window goes on with it, or `vidu-desktop batch resume {batch}`.</source>
        <translation>1 个视频已下单，尚未结束：可在窗口中继续，或用 `vidu-desktop batch resume {batch}` 继续。</translation>
    </message>
    <message>
        <source>{count} videos were ordered and haven&apos;t ended: the window goes on with them, or `vidu-desktop batch resume {batch}`.</source>
        <translation>{count} 个视频已下单，尚未结束：可在窗口中继续，或用 `vidu-desktop batch resume {batch}` 继续。</translation>
    </message>
    <message>
        <source>1 video wasn&apos;t ordered, because the batch&apos;s budget is used: `vidu-desktop batch resume {batch} --budget SUM` with a larger sum goes on.</source>
        <translation>1 个视频没有下单，因为批次的预算已用完：用更大的金额运行 `vidu-desktop batch resume {batch} --budget SUM` 即可继续。</translation>
    </message>
    <message>
        <source>{count} videos weren&apos;t ordered, because the batch&apos;s budget is used: `vidu-desktop batch resume {batch} --budget SUM` with a larger sum goes on.</source>
        <translation>{count} 个视频没有下单，因为批次的预算已用完：用更大的金额运行 `vidu-desktop batch resume {batch} --budget SUM` 即可继续。</translation>
    </message>
    <message>
        <source>1 video wasn&apos;t ordered, because its picture or its price isn&apos;t what was approved: the sheet again with a budget approves it as it is now.</source>
        <translation>1 个视频没有下单，因为它的图片或价格与批准时不同：带上预算再次运行这个表格，即按现在的样子批准。</translation>
    </message>
    <message>
        <source>{count} videos weren&apos;t ordered, because their pictures or prices aren&apos;t what was approved: the sheet again with a budget approves them as they are now.</source>
        <translation>{count} 个视频没有下单，因为它们的图片或价格与批准时不同：带上预算再次运行这个表格，即按现在的样子批准。</translation>
    </message>
    <message>
        <source>A result can&apos;t be written as “{path}”. Nothing was begun. Give it one of these endings: {endings}.</source>
        <translation>结果不能写成“{path}”。什么都没有开始。请使用以下扩展名之一：{endings}。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written: its folder isn&apos;t there, you may not write into it, something that isn&apos;t a file has that name, or the name is too long. Nothing was begun. Choose another place.</source>
        <translation>“{path}”无法写入：它的文件夹不存在，您无权写入该文件夹，同名的不是文件，或者名称太长。什么都没有开始。请选择其他位置。</translation>
    </message>
    <message>
        <source>The result would be written beside the sheet, as “{path}”, and can&apos;t be: its folder isn&apos;t there, you may not write into it, or the name is too long. Nothing of it was sent. Name another place, such as --result &quot;{place}&quot;.</source>
        <translation>结果会以“{path}”写在表格旁边，但无法写入：文件夹不存在、没有写入权限，或名称太长。没有发送任何内容。请指定其他位置，例如 --result &quot;{place}&quot;。</translation>
    </message>
    <message>
        <source>The result isn&apos;t written into the sheet itself. Give it another name.</source>
        <translation>结果不能写进表格本身。请取另一个名称。</translation>
    </message>
    <message>
        <source>{stored} in the library, {wrong} went wrong, {wait} wait; {price}</source>
        <translation>{stored} 个入库，{wrong} 个出错，{wait} 个等待；{price}</translation>
    </message>
    <message>
        <source>1 row waits: a picture isn&apos;t the file that was approved any more. Nothing of it was sent; the same command approves it as it is now.</source>
        <translation>1 行在等待：有图片已不是批准时的文件。它没有发送；再次运行同一命令即按现在的样子批准。</translation>
    </message>
    <message>
        <source>{count} rows wait: a picture isn&apos;t the file that was approved any more. Nothing of them was sent; the same command approves them as they are now.</source>
        <translation>{count} 行在等待：有图片已不是批准时的文件。它们没有发送；再次运行同一命令即按现在的样子批准。</translation>
    </message>
    <message>
        <source>1 row waits: its price isn&apos;t the one that was approved. The same command approves it as it is now.</source>
        <translation>1 行在等待：价格与批准时不同。再次运行同一命令即按现在的样子批准。</translation>
    </message>
    <message>
        <source>{count} rows wait: their price isn&apos;t the one that was approved. The same command approves them as they are now.</source>
        <translation>{count} 行在等待：价格与批准时不同。再次运行同一命令即按现在的样子批准。</translation>
    </message>
    <message>
        <source>1 video was ordered on another computer and isn&apos;t in the library yet. It isn&apos;t ordered again.</source>
        <translation>1 个视频已在另一台电脑上下单，还没有入库。不会再次下单。</translation>
    </message>
    <message>
        <source>{count} videos were ordered on another computer and aren&apos;t in the library yet. They aren&apos;t ordered again.</source>
        <translation>{count} 个视频已在另一台电脑上下单，还没有入库。不会再次下单。</translation>
    </message>
    <message>
        <source>1 was taken off the queue, and isn&apos;t ordered again.</source>
        <translation>1 个已移出队列，不会再次下单。</translation>
    </message>
    <message>
        <source>{count} were taken off the queue, and aren&apos;t ordered again.</source>
        <translation>{count} 个已移出队列，不会再次下单。</translation>
    </message>
    <message>
        <source>Another computer has gone on with this batch since; 1 video isn&apos;t ordered here. The same command shows what is left.</source>
        <translation>此后另一台电脑接着做了这个批量任务；有 1 个视频不在这里下单。同一命令会显示还剩什么。</translation>
    </message>
    <message>
        <source>Another computer has gone on with this batch since; {count} videos aren&apos;t ordered here. The same command shows what is left.</source>
        <translation>此后另一台电脑接着做了这个批量任务；有 {count} 个视频不在这里下单。同一命令会显示还剩什么。</translation>
    </message>
    <message>
        <source>The batch&apos;s budget is used; 1 video waits.</source>
        <translation>批量任务的预算已用完；1 个视频在等待。</translation>
    </message>
    <message>
        <source>The batch&apos;s budget is used; {count} videos wait.</source>
        <translation>批量任务的预算已用完；{count} 个视频在等待。</translation>
    </message>
    <message>
        <source>1 row can&apos;t be ordered by this version any more.</source>
        <translation>1 行已不能用这个版本下单。</translation>
    </message>
    <message>
        <source>{count} rows can&apos;t be ordered by this version any more.</source>
        <translation>{count} 行已不能用这个版本下单。</translation>
    </message>
    <message>
        <source>The result couldn&apos;t be written. The videos are in the library; `vidu-desktop batch result {batch} --to FILE` writes the result to another place.</source>
        <translation>结果无法写入。视频都在素材库里；用 `vidu-desktop batch result {batch} --to FILE` 可以把结果写到别处。</translation>
    </message>
    <message>
        <source>Stopped by itself: too many of the last ten ended the same way ({code}). 1 video waits, nothing is lost. `vidu-desktop batch resume {batch}` goes on.</source>
        <translation>已自行停止：最近十个中太多以同样的方式结束（{code}）。1 个视频在等待，什么都没有丢。`vidu-desktop batch resume {batch}` 可以继续。</translation>
    </message>
    <message>
        <source>Stopped by itself: too many of the last ten ended the same way ({code}). {count} videos wait, nothing is lost. `vidu-desktop batch resume {batch}` goes on.</source>
        <translation>已自行停止：最近十个中太多以同样的方式结束（{code}）。{count} 个视频在等待，什么都没有丢。`vidu-desktop batch resume {batch}` 可以继续。</translation>
    </message>
    <message>
        <source>That is a watched folder: `batch resume` goes on with it by what was approved, without a budget or a result. `vidu-desktop watch` gives it another preset or another sum for a day.</source>
        <translation>这是一个监视文件夹：`batch resume` 会按已批准的内容继续，不接受预算或结果文件。要换预设或每日金额，请用 `vidu-desktop watch`。</translation>
    </message>
    <message>
        <source>Say with --budget what this batch may cost in all; nothing was sent. With --dry-run it is only checked, with --rehearse it is free.</source>
        <translation>请用 --budget 说明这个批量任务总共可以花费多少；什么都没有发送。加 --dry-run 只检查，加 --rehearse 免费。</translation>
    </message>
    <message>
        <source>The batch would come to {total}, more than its budget of {budget}. Nothing was sent. Raise the budget, take fewer rows, or add --until-budget.</source>
        <translation>这个批量任务将花费 {total}，超过它的预算 {budget}。什么都没有发送。请提高预算、减少行数，或加上 --until-budget。</translation>
    </message>
    <message>
        <source>The batch would come to {total}, with {taken} for what was ordered of it before: more than its budget of {budget}. Nothing was sent. Raise the budget, take fewer rows, or add --until-budget. If another sheet lies there by now, --new begins another batch with it.</source>
        <translation>该批次总计将达到 {total}，其中 {taken} 是之前已下单的部分：超出其预算 {budget}。没有发送任何内容。请提高预算、减少行数，或加上 --until-budget。如果那里现在是另一份表格，--new 会用它开始另一个批次。</translation>
    </message>
    <message>
        <source>The budget of {budget} doesn&apos;t pay for {price}: it is in another currency. Nothing was sent.</source>
        <translation>预算 {budget} 不能用来支付 {price}：币种不同。什么都没有发送。</translation>
    </message>
    <message>
        <source>The service charges in {currency} here. Give the sum in {currency}; nothing was sent.</source>
        <translation>服务在这里以 {currency} 计费。请用 {currency} 填写金额；什么都没有发送。</translation>
    </message>
    <message>
        <source>To be made once more: {count}, {price}.</source>
        <translation>将再做一次：{count} 个，{price}。</translation>
    </message>
    <message>
        <source>To be tried again: {count}, {price}.</source>
        <translation>将重试：{count} 个，{price}。</translation>
    </message>
    <message>
        <source>No row is left to make a video of. Nothing was sent.</source>
        <translation>没有剩下要做成视频的行。什么都没有发送。</translation>
    </message>
    <message>
        <source>Nothing of this batch was approved. Run its sheet again with a budget.</source>
        <translation>这个批量任务什么都没有批准。请带上预算再运行它的表格。</translation>
    </message>
    <message>
        <source>One sheet at a time: “{text}” is one too many.</source>
        <translation>一次一个表格：“{text}”多余了。</translation>
    </message>
    <message>
        <source>Several batches begin with “{text}”. Give more of the name.</source>
        <translation>有几个批量任务以“{text}”开头。请多写几个字符。</translation>
    </message>
    <message>
        <source>Say which batch: the beginning of its id. `vidu-desktop batch list` lists them.</source>
        <translation>请说明是哪个批量任务：给出其编号的开头。`vidu-desktop batch list` 会列出它们。</translation>
    </message>
    <message>
        <source>No batch begins with “{text}”. `vidu-desktop batch list` lists them.</source>
        <translation>没有批量任务以“{text}”开头。`vidu-desktop batch list` 列出全部。</translation>
    </message>
    <message>
        <source>A chain needs at least two stills.</source>
        <translation>镜头链至少需要两张静帧。</translation>
    </message>
    <message>
        <source>Say with --budget what this chain may cost in all; nothing was sent. With --dry-run it is only checked, with --rehearse it is free.</source>
        <translation>请用 --budget 说明这条镜头链总共可以花费多少；什么都没有发送。加 --dry-run 只检查，加 --rehearse 免费。</translation>
    </message>
    <message>
        <source>With what was ordered before, the chain would come to {total}, more than its budget of {budget}. Nothing was sent. Raise the budget, or leave out stills or takes.</source>
        <translation>连同以前下的单，这条镜头链将花费 {total}，超过它的预算 {budget}。什么都没有发送。请提高预算，或减少静帧或条数。</translation>
    </message>
    <message>
        <source>Of these videos you have {count} already, from the same stills with the same words, the first since {day}. Nothing was sent. Use the name of that chain, or add --again to pay for them once more.</source>
        <translation>这些视频中您已有 {count} 个，用的是同样的静帧和同样的文字，最早的是 {day}。什么都没有发送。请使用那条镜头链的名称，或加上 --again 再付费做一次。</translation>
    </message>
    <message>
        <source>{shot}, {start} → {end}: {problem}</source>
        <translation>{shot}，{start} → {end}：{problem}</translation>
    </message>
    <message>
        <source>Film, timeline and contact sheet need names of their own.</source>
        <translation>影片、时间线和缩略图表需要各自的名称。</translation>
    </message>
    <message>
        <source>There is no folder “{path}”. Make it, or choose another one.</source>
        <translation>没有文件夹“{path}”。请创建它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>--trim, --speed, --fade and --sound are for a film: say with --join or --timeline where it goes.</source>
        <translation>--trim、--speed、--fade 和 --sound 用于影片：请用 --join 或 --timeline 指定写到哪里。</translation>
    </message>
    <message>
        <source>--pictures and --match-colours are for a film: say with --join where it goes.</source>
        <translation>--pictures 和 --match-colours 用于影片：请用 --join 指定写到哪里。</translation>
    </message>
    <message>
        <source>There is no gap {shot} in this chain; nothing was sent. They are called {first} to {last}.</source>
        <translation>这条链中没有间隔 {shot}；什么都没有发送。它们的名称是 {first} 到 {last}。</translation>
    </message>
    <message>
        <source>Gaps without a video in the library: {count}. So no film and no timeline was made; above stands what each needs.</source>
        <translation>素材库中还没有视频的间隔：{count} 个。因此没有制作成片和时间线；各间隔需要什么见上文。</translation>
    </message>
    <message>
        <source>“{name}” was changed or taken away meanwhile; nothing was sent.</source>
        <translation>“{name}”在此期间被修改或移走；什么都没有发送。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read as a text with a prompt a line. Save it as UTF-8.</source>
        <translation>“{name}”不能作为每行一条提示词的文本读取。请存成 UTF-8。</translation>
    </message>
    <message>
        <source>A line of the prompts is for a gap of the chain. Lines: {lines}; gaps: {gaps}. Give each gap its line.</source>
        <translation>提示词的每一行对应镜头链的一个间隔。行数：{lines}；间隔数：{gaps}。请给每个间隔一行。</translation>
    </message>
    <message>
        <source>Interrupted. Nothing is lost: `vidu-desktop resume` carries on.</source>
        <translation>已中断。什么都没有丢：`vidu-desktop resume` 会继续。</translation>
    </message>
    <message>
        <source>Interrupted. What was finished stays, and nothing half-written is left.</source>
        <translation>已中断。已完成的会保留，不会留下写到一半的文件。</translation>
    </message>
    <message>
        <source>This command ends here, and what is unfinished waits; nothing is lost. `vidu-desktop resume`, or the window, goes on with it as soon as that is possible.</source>
        <translation>这条命令到此结束，未完成的会等待，不会丢失任何内容。一旦可以继续，`vidu-desktop resume` 或窗口会接着做。</translation>
    </message>
    <message>
        <source>This command has ended, and doesn&apos;t go on by itself. Once there is room, `vidu-desktop jobs` shows what was ordered, and `vidu-desktop resume` carries on with it.</source>
        <translation>这条命令已经结束，不会自行继续。有了空间之后，用 `vidu-desktop jobs` 查看已订购的内容，用 `vidu-desktop resume` 接着做。</translation>
    </message>
    <message>
        <source>This computer has no open files, memory or threads left, so this command ends here; nothing is lost. End other programs; then `vidu-desktop jobs` shows what was ordered, and `vidu-desktop resume` carries on with it.</source>
        <translation>这台电脑已没有可用的文件句柄、内存或线程，因此此命令在这里结束；什么都不会丢失。请结束其他程序；然后 `vidu-desktop jobs` 会显示订购了什么，`vidu-desktop resume` 会继续处理。</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t a folder, so nothing can be kept in it. Name a folder with --home or {variable}, or leave that out.</source>
        <translation>“{path}”不是文件夹，无法在其中保存任何内容。请用 --home 或 {variable} 指定一个文件夹，或去掉该设置。</translation>
    </message>
    <message>
        <source>{message}</source>
        <translation>{message}</translation>
    </message>
    <message>
        <source>{format} leaves the pictures as they are. Use h264 to change size, rate, range or colours.</source>
        <translation>{format} 保持画面原样。要改变尺寸、帧率、范围或色彩，请用 h264。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t in the library.</source>
        <translation>“{name}”不在素材库中。</translation>
    </message>
    <message>
        <source>“{path}” is there already and isn&apos;t written over.</source>
        <translation>“{path}”已经存在，不会覆盖。</translation>
    </message>
    <message>
        <source>“{name}” is the same video as “{other}”. Nothing was written. Name each once.</source>
        <translation>“{name}”和“{other}”是同一个视频。什么都没有写入。每个视频请只写一次。</translation>
    </message>
    <message>
        <source>Taken in: {path}</source>
        <translation>已导入：{path}</translation>
    </message>
    <message>
        <source>There is no video there: folders are looked through for MP4, M4V and MOV. Nothing was taken in.</source>
        <translation>那里没有视频：文件夹中只查找 MP4、M4V 和 MOV。没有导入任何内容。</translation>
    </message>
    <message>
        <source>Not taken in: {count}. Give them again to go on.</source>
        <translation>未导入：{count}。再次指定它们即可继续。</translation>
    </message>
    <message>
        <source>Back from the trash: {path}</source>
        <translation>已从回收站取回：{path}</translation>
    </message>
    <message>
        <source>Made: {path}</source>
        <translation>已制作：{path}</translation>
    </message>
    <message>
        <source>Made: {path} (colours as they were: matching would not have made them better)</source>
        <translation>已制作：{path}（色彩保持原样：校正不会让它们更好）</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t a folder. Choose a folder for what is written.</source>
        <translation>“{path}”不是文件夹。请为要写入的内容选择一个文件夹。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written: you may not write into its folder, or its name is too long. Choose another place.</source>
        <translation>无法写入“{path}”：您无权写入其文件夹，或名称过长。请选择其他位置。</translation>
    </message>
    <message>
        <source>Say which clips and with --to which new folder, or with --answers which file came back; nothing was written.</source>
        <translation>请说明哪些片段，并用 --to 指定新文件夹，或用 --answers 指定收到的文件；什么都没有写入。</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>This video isn&apos;t in the library, so its answer was left out.</source>
        <translation>这个视频不在素材库中，因此跳过了对它的意见。</translation>
    </message>
    <message>
        <source>The queue is paused, so nothing new is sent; what was sent before goes on. `vidu-desktop jobs go-on` ends the pause.</source>
        <translation>队列已暂停，因此不发送新的；以前发送的继续进行。`vidu-desktop jobs go-on` 结束暂停。</translation>
    </message>
    <message>
        <source>{count} orders in a row got no answer, and each may have been charged. Nothing more is sent, so that not more is at risk. Look whether the service works; `vidu-desktop jobs go-on` ends the pause.</source>
        <translation>连续 {count} 个订单没有应答，每个都可能已扣费。为避免更多风险，不再发送。请查看服务是否正常；`vidu-desktop jobs go-on` 结束暂停。</translation>
    </message>
    <message>
        <source>The service answers again.</source>
        <translation>服务恢复应答。</translation>
    </message>
    <message>
        <source>Nothing is unfinished.</source>
        <translation>没有未完成的任务。</translation>
    </message>
    <message>
        <source>There are no jobs.</source>
        <translation>没有任务。</translation>
    </message>
    <message>
        <source>{count} videos, {price}</source>
        <translation>{count} 个视频，{price}</translation>
    </message>
    <message>
        <source>{count} videos, free</source>
        <translation>{count} 个视频，免费</translation>
    </message>
    <message>
        <source>The queue isn&apos;t paused. The window sends what waits.</source>
        <translation>队列没有暂停。窗口会发送等待中的。</translation>
    </message>
    <message>
        <source>The queue isn&apos;t paused. `vidu-desktop resume` sends what waits.</source>
        <translation>队列没有暂停。`vidu-desktop resume` 会发送等待中的。</translation>
    </message>
    <message>
        <source>1 of these {count} fits into your budget. {left} is left; what doesn&apos;t fit waits in the queue.</source>
        <translation>这 {count} 个中有 1 个在预算之内。还剩 {left}；超出的在队列中等待。</translation>
    </message>
    <message>
        <source>{fits} of these {count} fit into your budget. {left} is left; what doesn&apos;t fit waits in the queue.</source>
        <translation>这 {count} 个中有 {fits} 个在预算之内。还剩 {left}；超出的在队列中等待。</translation>
    </message>
    <message>
        <source>There is no key for {door} yet, so nothing was sent. Set {variable} or add the key in the window&apos;s settings; or add --rehearse for a free draft made on this machine.</source>
        <translation>还没有 {door} 的密钥，因此什么都没有发送。请设置 {variable}，或在窗口的设置中添加密钥；或者加上 --rehearse，在本机免费做一个草稿。</translation>
    </message>
    <message>
        <source>{why} Nothing was sent. Set {variable} or add the key in the window&apos;s settings; or add --rehearse for a free draft made on this machine.</source>
        <translation>{why}什么都没有发送。请设置 {variable}，或在窗口的设置中添加密钥；或者加上 --rehearse，在本机免费做一个草稿。</translation>
    </message>
    <message>
        <source>Several jobs begin with “{text}”. Give more of the name.</source>
        <translation>有几个任务以“{text}”开头。请多写几个字符。</translation>
    </message>
    <message>
        <source>No job begins with “{text}”. `vidu-desktop jobs` lists them.</source>
        <translation>没有任务以“{text}”开头。`vidu-desktop jobs` 列出全部。</translation>
    </message>
    <message>
        <source>Say with --per-day what this folder may cost in a day; nothing was begun. With --rehearse it is free.</source>
        <translation>请用 --per-day 说明这个文件夹一天可以花费多少；什么都没有开始。加 --rehearse 免费。</translation>
    </message>
    <message>
        <source>Say with --preset what becomes of the pictures. The window saves presets in each tab.</source>
        <translation>请用 --preset 说明图片要做成什么。窗口的每个标签页都可以保存预设。</translation>
    </message>
    <message>
        <source>Watching “{folder}”. What appears there becomes a video when it has looked the same for some seconds. Ctrl-C ends it.</source>
        <translation>正在监视“{folder}”。出现在那里的内容几秒钟不再变化后就做成视频。按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>Making what lies in “{folder}”. Then this command ends, and nothing is watched by it.</source>
        <translation>正在生成“{folder}”中的内容。完成后此命令即结束，不再监视。</translation>
    </message>
    <message>
        <source>“{folder}” isn&apos;t watched any more, so nothing was sent. `vidu-desktop watch` begins anew, by a preset and a sum for a day.</source>
        <translation>“{folder}”已不再监视，因此没有发送任何内容。用 `vidu-desktop watch` 指定预设和每日金额即可重新开始。</translation>
    </message>
    <message>
        <source>One folder at a time: “{text}” is one too many.</source>
        <translation>一次一个文件夹：“{text}”多余了。</translation>
    </message>
    <message>
        <source>“{text}” is no folder that is watched, or several are meant. `vidu-desktop watch list` lists them.</source>
        <translation>“{text}”不是监视中的文件夹，或者指的不止一个。`vidu-desktop watch list` 列出全部。</translation>
    </message>
    <message>
        <source>1 video is in the index.</source>
        <translation>索引中有 1 个视频。</translation>
    </message>
    <message>
        <source>{count} videos are in the index.</source>
        <translation>索引中有 {count} 个视频。</translation>
    </message>
    <message>
        <source>There are no videos yet.</source>
        <translation>还没有视频。</translation>
    </message>
    <message>
        <source>1 record can&apos;t be read, so what it says of its video isn&apos;t shown here. `vidu-desktop library verify` says which one it is; its video stays where it is.</source>
        <translation>有 1 条记录无法读取，所以其中关于视频的内容没有显示在这里。用 `vidu-desktop library verify` 可以看到是哪一条；它的视频原样保留。</translation>
    </message>
    <message>
        <source>{count} records can&apos;t be read, so what they say of their videos isn&apos;t shown here. `vidu-desktop library verify` says which ones they are; their videos stay where they are.</source>
        <translation>有 {count} 条记录无法读取，所以其中关于视频的内容没有显示在这里。用 `vidu-desktop library verify` 可以看到是哪些；它们的视频原样保留。</translation>
    </message>
    <message>
        <source>{path}: this video can&apos;t be measured.</source>
        <translation>{path}：这个视频无法测量。</translation>
    </message>
    <message>
        <source>Every video that can be measured is.</source>
        <translation>能测量的视频都已测量。</translation>
    </message>
    <message>
        <source>Everything is as it should be.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>文件丢失</translation>
    </message>
    <message>
        <source>Looking at {count} pictures…</source>
        <translation>正在检查 {count} 张图片…</translation>
    </message>
    <message>
        <source>{done} of {count} pictures looked at.</source>
        <translation>已检查 {done} 张图片，共 {count} 张。</translation>
    </message>
    <message>
        <source>Standard output couldn&apos;t be written to; what should stand there is lost.</source>
        <translation>无法写入标准输出；本应出现在那里的内容丢失了。</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>可能已扣费</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>1 video to make, {price}</source>
        <translation>将制作 1 个视频，{price}</translation>
    </message>
    <message>
        <source>{count} videos to make, {price}</source>
        <translation>将制作 {count} 个视频，{price}</translation>
    </message>
    <message>
        <source>1 was ordered before</source>
        <translation>1 个以前下过单</translation>
    </message>
    <message>
        <source>{count} were ordered before</source>
        <translation>{count} 个以前下过单</translation>
    </message>
    <message>
        <source>{price} ordered so far</source>
        <translation>至今已下单 {price}</translation>
    </message>
    <message>
        <source>changed after they were ordered, and left as they were: lines {lines}</source>
        <translation>下单之后有改动、保持原样的行：{lines}</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 处问题</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <translation>{count} 处问题</translation>
    </message>
    <message>
        <source>{count}, {price}, without the rows that have problems</source>
        <translation>不含有问题的行：{count} 个，{price}</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>ordered, not here yet</source>
        <translation>已下单，尚未到达</translation>
    </message>
    <message>
        <source>ordered, but its answer was lost; `vidu-desktop jobs send-again` asks for it with the same number</source>
        <translation>已下单，但应答丢失；`vidu-desktop jobs send-again` 用同一编号再问一次</translation>
    </message>
    <message>
        <source>waits in the queue, not sent yet</source>
        <translation>在队列里等待，还没有发送</translation>
    </message>
    <message>
        <source>let be made, waits for its turn</source>
        <translation>已批准制作，等待轮到</translation>
    </message>
    <message>
        <source>taken out of the queue; `--takes` with one more makes another</source>
        <translation>已移出队列；把 `--takes` 加一即可再做一个</translation>
    </message>
    <message>
        <source>went wrong; `vidu-desktop batch retry {batch}` tries it again</source>
        <translation>出错；`vidu-desktop batch retry {batch}` 可以重试</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>made, and taken out of the library since; take it back from the trash</source>
        <translation>已制作，之后从素材库移走；请从回收站取回</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>未制作</translation>
    </message>
    <message>
        <source>rejected; `--takes` with one more makes another</source>
        <translation>已弃用；把 `--takes` 加一即可再做一个</translation>
    </message>
    <message>
        <source>Sent as: {text}</source>
        <translation>发送的内容：{text}</translation>
    </message>
    <message>
        <source>Name a picture at least. With `reference`, @NAME in the prompt brings the pictures from the shelf.</source>
        <translation>至少指定一张图片。用 `reference` 时，提示词中的 @NAME 会带上主体库中的图片。</translation>
    </message>
    <message>
        <source>Nobody on the shelf is called “{name}”; nothing was taken off. `vidu-desktop shelf list` lists them.</source>
        <translation>主体库中没有“{name}”；什么都没有取出。`vidu-desktop shelf list` 列出全部。</translation>
    </message>
    <message>
        <source>Interrupted here. Nothing is lost: what was ordered goes on in Vidu Desktop&apos;s window; `vidu-desktop jobs` shows it.</source>
        <translation>已在这里中断。什么都没有丢：已下单的在 Vidu Desktop 的窗口中继续；`vidu-desktop jobs` 可以查看。</translation>
    </message>
    <message>
        <source>Vidu Desktop&apos;s window was closed before this was done. Nothing is lost, and nothing was begun here instead: `vidu-desktop jobs` shows what was ordered, `vidu-desktop resume` carries on.</source>
        <translation>在完成之前，Vidu Desktop 的窗口被关闭了。什么都没有丢，这里也没有代为开始任何事：`vidu-desktop jobs` 显示已下的单，`vidu-desktop resume` 继续。</translation>
    </message>
    <message>
        <source>The window that is open is of another version and doesn&apos;t know this command ({message}). Close it first.</source>
        <translation>打开着的窗口是另一个版本，不认识这个命令（{message}）。请先关闭它。</translation>
    </message>
    <message>
        <source>ZAI_BASE_URL says {address} here, and the window that is open sends to another address. Nothing was sent. Close the window, or leave ZAI_BASE_URL out.</source>
        <translation>这里的 ZAI_BASE_URL 是 {address}，而打开着的窗口发往另一个地址。什么都没有发送。请关闭窗口，或去掉 ZAI_BASE_URL。</translation>
    </message>
    <message>
        <source>The key in the environment here (ZAI_API_KEY or ZHIPUAI_API_KEY) is another one than the window uses: another account would pay. Nothing was sent. Close the window, or leave that key out.</source>
        <translation>这里环境变量中的密钥（ZAI_API_KEY 或 ZHIPUAI_API_KEY）与窗口使用的不同：会由另一个账户付费。什么都没有发送。请关闭窗口，或去掉该密钥。</translation>
    </message>
    <message>
        <source>1 row isn&apos;t made, because you left it out in the window: line {lines}. `--left-out take` makes it, too.</source>
        <translation>1 行不制作，因为它已在窗口中被排除：第 {lines} 行。加上 `--left-out take` 就会一并制作。</translation>
    </message>
    <message>
        <source>{count} rows aren&apos;t made, because you left them out in the window: lines {lines}. `--left-out take` makes them, too.</source>
        <translation>{count} 行不制作，因为它们已在窗口中被排除：第 {lines} 行。加上 `--left-out take` 就会一并制作。</translation>
    </message>
    <message>
        <source>1 row is made as you changed it in the window, not as the sheet has it: line {lines}.</source>
        <translation>1 行按窗口中的修改制作，而不是按表格里的内容：第 {lines} 行。</translation>
    </message>
    <message>
        <source>{count} rows are made as you changed them in the window, not as the sheet has them: lines {lines}.</source>
        <translation>{count} 行按窗口中的修改制作，而不是按表格里的内容：第 {lines} 行。</translation>
    </message>
    <message>
        <source>1 row isn&apos;t made, because you left it out in the window: line {lines}. The sheet again with a budget and `--left-out take` makes it, too.</source>
        <translation>1 行不制作，因为它已在窗口中被排除：第 {lines} 行。再次运行这个表格，加上预算和 `--left-out take`，就会一并制作。</translation>
    </message>
    <message>
        <source>{count} rows aren&apos;t made, because you left them out in the window: lines {lines}. The sheet again with a budget and `--left-out take` makes them, too.</source>
        <translation>{count} 行不制作，因为它们已在窗口中被排除：第 {lines} 行。再次运行这个表格，加上预算和 `--left-out take`，就会一并制作。</translation>
    </message>
    <message>
        <source>1 row waits, because you changed it in the window after you approved it: line {lines}. The sheet again with a budget approves it as it is now.</source>
        <translation>1 行在等待，因为批准之后它在窗口中被修改过：第 {lines} 行。再次运行这个表格并加上预算，即按现在的样子批准。</translation>
    </message>
    <message>
        <source>{count} rows wait, because you changed them in the window after you approved them: lines {lines}. The sheet again with a budget approves them as they are now.</source>
        <translation>{count} 行在等待，因为批准之后它们在窗口中被修改过：第 {lines} 行。再次运行这个表格并加上预算，即按现在的样子批准。</translation>
    </message>
    <message>
        <source>A film is written as MP4, so its name ends with .mp4; “{name}” doesn&apos;t. With --pictures it is the name of a folder.</source>
        <translation>影片以 MP4 写出，因此名称以 .mp4 结尾；“{name}”不是。使用 --pictures 时它是文件夹的名称。</translation>
    </message>
    <message>
        <source>A contact sheet is a web page, so its name ends with .html; “{name}” doesn&apos;t.</source>
        <translation>缩略图表是网页，因此名称以 .html 结尾；“{name}”不是。</translation>
    </message>
    <message>
        <source>{option} is for sheets, and “{name}” is a folder. Nothing was sent. Leave it out.</source>
        <translation>{option} 用于表格，而“{name}”是文件夹。什么都没有发送。请去掉它。</translation>
    </message>
    <message>
        <source>{option} is for texts such as CSV, and “{name}” is a workbook. Nothing was sent. Leave it out.</source>
        <translation>{option} 用于 CSV 之类的文本，而“{name}”是工作簿。什么都没有发送。请去掉它。</translation>
    </message>
    <message>
        <source>{option} is for workbooks, and “{name}” holds one table only. Nothing was sent. Leave it out.</source>
        <translation>{option} 用于工作簿，而“{name}”只有一个表。什么都没有发送。请去掉它。</translation>
    </message>
    <message>
        <source>{option} is for folders, and “{name}” is a sheet. Nothing was sent. Leave it out.</source>
        <translation>{option} 用于文件夹，而“{name}”是表格。什么都没有发送。请去掉它。</translation>
    </message>
    <message>
        <source>{option} would make more rows, and “{name}” is a result, which has its rows. Nothing was sent. Use the sheet itself.</source>
        <translation>{option} 会增加行，而“{name}”是结果，它的行已经固定。什么都没有发送。请使用原来的表格。</translation>
    </message>
    <message>
        <source>The sheet is read as the last time: {options}. The same options read it otherwise.</source>
        <translation>表格按上次的方式读取：{options}。用同样的选项可改变读取方式。</translation>
    </message>
    <message>
        <source>No row stands in: {lines}. The rows stand in lines {first} to {last}. Nothing was sent.</source>
        <translation>这些行号没有内容：{lines}。表格的行在第 {first} 行到第 {last} 行。什么都没有发送。</translation>
    </message>
    <message>
        <source>Nothing would be left of “{name}”. Its length in frames is {count}; left out are {first} at its beginning and {last} at its end. Nothing was written. Leave out fewer with --trim.</source>
        <translation>“{name}”将一点不剩。它的长度为 {count} 帧；开头去掉 {first} 帧，结尾去掉 {last} 帧。没有写入任何文件。请用 --trim 少去掉一些。</translation>
    </message>
    <message>
        <source>Nothing would be left of {shot} in the film. Its length in frames is about {count}; left out are {first} at its beginning and {last} at its end. Nothing was sent. Leave out fewer with --trim.</source>
        <translation>{shot} 在片子里将一点不剩。它的长度约为 {count} 帧；开头去掉 {first} 帧，结尾去掉 {last} 帧。什么都没有发送。请用 --trim 少去掉一些。</translation>
    </message>
    <message>
        <source>Nothing would be left of {shot} in the film. Its length in frames is about {count} at the usual {fps:g} a second; left out are {first} at its beginning and {last} at its end. Nothing was sent. Leave out fewer with --trim. If its model has more frames a second, make its videos without --trim, --join and --timeline first: with them the same command then makes the film, and pays for nothing again.</source>
        <translation>片子里不会剩下 {shot} 的任何一帧。按通常的每秒 {fps:g} 帧，它长约 {count} 帧，开头省去 {first} 帧，结尾省去 {last} 帧。没有发送任何内容。请减小 --trim。如果它的模型每秒帧数更多，请先不带 --trim、--join 和 --timeline 制作视频；之后带上它们的同一命令会制作片子，不会再次付费。</translation>
    </message>
    <message>
        <source>`vidu-desktop batch &quot;{source}&quot;` with the options that you gave it before checks it anew, and approves them, too, where you name a budget.</source>
        <translation>用您之前给出的选项运行 `vidu-desktop batch &quot;{source}&quot;` 会重新检查；如果指定预算，也会批准它们。</translation>
    </message>
</context>
<context>
    <name>disk</name>
    <message>
        <source>The disk with “{path}” is full. Make room; nothing is lost, and the work goes on by itself.</source>
        <translation>“{path}”所在的磁盘已满。请腾出空间；什么都没有丢，工作会自行继续。</translation>
    </message>
    <message>
        <source>At “{path}” a file can&apos;t become as large as it has to: the system limits the size of files (`ulimit -f`), or the drive takes no larger ones. Raise the limit and start again, or choose another drive; nothing is lost.</source>
        <translation>“{path}”处的文件不能达到所需的大小：系统限制了文件的大小（`ulimit -f`），或者驱动器不接受更大的文件。请提高限制后重新启动，或选择另一个驱动器；什么都不会丢失。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written to. Allow it, or choose another folder.</source>
        <translation>“{path}”无法写入。请允许写入，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>“{path}” may not be opened. Allow it, or choose another folder.</source>
        <translation>“{path}”无权打开。请允许访问，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Something else is in the place of “{path}”. Move it away, or choose another folder; what waits for it goes on by itself.</source>
        <translation>“{path}”的位置上是别的东西。请把它移开，或选择另一个文件夹；等待它的工作会自行继续。</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t there. Connect its drive; what is finished waits on this computer.</source>
        <translation>“{path}”不在了。请接上它的驱动器；完成的内容在这台电脑上等待。</translation>
    </message>
    <message>
        <source>The drive with “{path}” doesn&apos;t answer. Look at its cable or network; what is finished waits on this computer.</source>
        <translation>“{path}”所在的驱动器没有响应。请检查它的连线或网络；完成的内容在这台电脑上等待。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be read or written now: {reason}. End other programs, or start this one again; nothing is lost.</source>
        <translation>现在无法读写“{path}”：{reason}。请结束其他程序，或重新启动本程序；什么都不会丢失。</translation>
    </message>
    <message>
        <source>Files can&apos;t be locked at “{path}”, so two programs could send the same order there. Nothing was sent. Keep what the program writes on another drive: start it with --home FOLDER; the library may be anywhere.</source>
        <translation>“{path}”处的文件无法锁定，因此两个程序可能会发送同一个订单。什么都没有发送。请把程序写入的内容放在另一个驱动器上：用 --home 文件夹 启动；库可以在任何地方。</translation>
    </message>
    <message>
        <source>The disk with “{path}” reports an error ({reason}). Check the disk; finished work is fetched again.</source>
        <translation>“{path}”所在的磁盘报告错误（{reason}）。请检查磁盘；完成的内容会重新下载。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t there. Perhaps it was moved, renamed or deleted; choose it again.</source>
        <translation>“{name}”不在。它可能被移动、重命名或删除了；请重新选择。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose a file.</source>
        <translation>“{name}”是文件夹。请选择文件。</translation>
    </message>
    <message>
        <source>“{name}” is a device or a pipe, not a file. Choose a file.</source>
        <translation>“{name}”是设备或管道，不是文件。请选择文件。</translation>
    </message>
    <message>
        <source>You may not read “{name}”. Change who may open it, or choose another file.</source>
        <translation>您无权读取“{name}”。请更改谁可以打开它，或选择其他文件。</translation>
    </message>
    <message>
        <source>“{name}” is larger than any file of this kind. Nothing of it was read; choose another one.</source>
        <translation>“{name}”比这类文件都大。未读取其中任何内容；请选择其他文件。</translation>
    </message>
    <message>
        <source>reading or writing failed</source>
        <translation>读写失败</translation>
    </message>
    <message>
        <source>something of that name is there already</source>
        <translation>已有同名的东西</translation>
    </message>
    <message>
        <source>the drive doesn&apos;t answer</source>
        <translation>驱动器没有响应</translation>
    </message>
    <message>
        <source>it isn&apos;t there</source>
        <translation>它不在那里</translation>
    </message>
    <message>
        <source>it isn&apos;t allowed</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>this drive can&apos;t do that</source>
        <translation>这个驱动器不支持</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>路径中有一部分不是文件夹</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>the folder isn&apos;t empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>the drive can only be read</source>
        <translation>驱动器是只读的</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>它的链接形成了循环</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>its name can&apos;t be written on this drive</source>
        <translation>这个驱动器写不了它的名称</translation>
    </message>
    <message>
        <source>files can&apos;t be locked there</source>
        <translation>那里无法锁定文件</translation>
    </message>
    <message>
        <source>the computer has no memory left</source>
        <translation>计算机内存不足</translation>
    </message>
    <message>
        <source>it is on another drive</source>
        <translation>它在另一个驱动器上</translation>
    </message>
</context>
<context>
    <name>download</name>
    <message>
        <source>The link to the video has expired. The service is asked for a fresh one.</source>
        <translation>视频的链接已过期。正在向服务索取新的链接。</translation>
    </message>
    <message>
        <source>A page or a playlist came instead of the video. Nothing of it was kept; it is asked for again.</source>
        <translation>来的是网页或播放列表，而不是视频。没有保留任何内容；会再次索取。</translation>
    </message>
    <message>
        <source>The video came packed, so that it can&apos;t be checked. Nothing of it was kept.</source>
        <translation>来的视频经过压缩打包，无法检查。没有保留任何内容。</translation>
    </message>
    <message>
        <source>What came is far larger than any video of the service. Nothing of it was kept.</source>
        <translation>来的内容远大于服务的任何视频。没有保留任何内容。</translation>
    </message>
    <message>
        <source>More came than the server had promised, so it can&apos;t be trusted. Nothing of it was kept.</source>
        <translation>来的内容比服务器声明的多，因此不可信。没有保留任何内容。</translation>
    </message>
    <message>
        <source>The link to the video leads where no video of the service can be, so nothing was asked there. The service is asked for another one.</source>
        <translation>视频的链接指向不可能有服务视频的地方，因此没有去那里请求。会向服务索取另一个链接。</translation>
    </message>
    <message>
        <source>The server with the video can&apos;t be reached. It is tried again by itself; check the network.</source>
        <translation>无法连接存放视频的服务器。会自动重试；请检查网络。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy didn&apos;t let us through to the server with the video. It is tried again by itself; check the proxy under Settings &gt; Network.</source>
        <translation>网络代理不让我们连到存放视频的服务器。会自动重试；请在“设置 &gt; 网络”中检查代理。</translation>
    </message>
    <message>
        <source>A page came in place of the video: perhaps this network wants you to sign in, or a filter or proxy stands between. It is tried again by itself; if this stays, open any page in a browser, and check Settings &gt; Network.</source>
        <translation>来的是网页，而不是视频：可能是此网络要求您先登录，或者中间有过滤器或代理。会自动再次尝试；如果一直如此，请在浏览器中打开任意网页，并检查“设置 &gt; 网络”。</translation>
    </message>
    <message>
        <source>This computer has no open files, memory or threads left to fetch the video. It is tried again by itself; end other programs, or start this one again.</source>
        <translation>这台电脑已没有可用的文件句柄、内存或线程来获取视频。会自动再次尝试；请结束其他程序，或重新启动本程序。</translation>
    </message>
    <message>
        <source>The video came too slowly. It is tried again by itself, from where it stopped if that works.</source>
        <translation>视频来得太慢。会自动重试，可能的话从中断处继续。</translation>
    </message>
    <message>
        <source>The download was interrupted. It is tried again by itself, from where it stopped if that works.</source>
        <translation>下载中断。会自动重试，可能的话从中断处继续。</translation>
    </message>
    <message>
        <source>The connection to the video isn&apos;t safe: its certificate was signed by “{signer}”. If your office checks its traffic, its certificate has to be installed in the system.</source>
        <translation>到视频的连接不安全：它的证书由“{signer}”签发。如果您的单位检查网络流量，需要把单位的证书安装到系统中。</translation>
    </message>
    <message>
        <source>The connection to the video isn&apos;t safe: its certificate isn&apos;t good. Check the clock and the network.</source>
        <translation>到视频的连接不安全：它的证书无效。请检查时钟和网络。</translation>
    </message>
</context>
<context>
    <name>drops</name>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>That file is on another computer. Copy it to this one, then drop it here.</source>
        <translation>那个文件在另一台电脑上。请复制到这台电脑，再拖到这里。</translation>
    </message>
    <message>
        <source>That link leads to no picture. Save the picture first, then drop the file here.</source>
        <translation>那个链接指向的不是图片。请先保存图片，再把文件拖到这里。</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>The link to this video was spent before it could be fetched ({date}). It was paid for; its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation>这个视频的链接在下载之前就已用掉（{date}）。它已经付费；任务编号仍保留着：请重试，或把编号出示给服务的客服。</translation>
    </message>
    <message>
        <source>No link to this video worked, and the day for which the service keeps it is over ({date}). It was paid for; its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation>这个视频的链接都不可用，而服务保存它的一天已经过去（{date}）。它已经付费；任务编号仍保留着：请重试，或把编号出示给服务的客服。</translation>
    </message>
    <message>
        <source>There is no such job in the queue.</source>
        <translation>队列中没有这个任务。</translation>
    </message>
    <message>
        <source>This job is still on its way. Cancel it first.</source>
        <translation>这个任务还在进行。请先取消它。</translation>
    </message>
    <message>
        <source>This version doesn&apos;t know the model {model}.</source>
        <translation>这个版本不认识模型 {model}。</translation>
    </message>
    <message>
        <source>The disk has no room to write the order down, so nothing was ordered and nothing is charged. Make room, then order it again.</source>
        <translation>磁盘没有空间记下这份订单，所以没有下单，也不会收费。请腾出空间，然后重新下单。</translation>
    </message>
    <message>
        <source>The order couldn&apos;t be written down, so nothing was ordered and nothing is charged. {why}</source>
        <translation>这份订单没能记下来，所以没有下单，也不会收费。{why}</translation>
    </message>
    <message>
        <source>This is ordered already, and isn&apos;t paid a second time. Ask for another take if you want another video of it.</source>
        <translation>这已经下过单，不会再次付费。如果还想要一个，请再做一条。</translation>
    </message>
    <message>
        <source>This video has been ordered again already: see its newer row. Nothing more was ordered. Use its settings again if you want another one.</source>
        <translation>这个视频已经重新下过单：见较新的那一行。没有再下单。如果还想要一个，请再次使用它的设置。</translation>
    </message>
    <message>
        <source>The program tripped over this job ({kind}) and left it as it is; nothing more was sent. Start the program again to go on.</source>
        <translation>程序在这个任务上出错（{kind}），让它保持原样；没有再发送。请重新启动程序继续。</translation>
    </message>
    <message>
        <source>The program ended while this order was being sent. We don&apos;t know yet whether it was charged; we&apos;re checking. It is never sent again by itself.</source>
        <translation>程序在发送这个订单时结束了。还不知道是否已扣费；正在核对。它绝不会自动再次发送。</translation>
    </message>
    <message>
        <source>The program ended while this rehearsal was being ordered. It is ordered again by itself, free as ever.</source>
        <translation>正在提交这次预演时程序结束了。程序会自动再次提交，仍然免费。</translation>
    </message>
    <message>
        <source>You paused the queue. Nothing new is sent until you go on.</source>
        <translation>您暂停了队列。继续之前不发送新的。</translation>
    </message>
    <message>
        <source>{count} orders in a row got no answer, and each may have been charged. Nothing more is sent, so that not more is at risk. Look whether the service works, then go on.</source>
        <translation>连续 {count} 个订单没有应答，每个都可能已扣费。为避免更多风险，不再发送。请查看服务是否正常，然后继续。</translation>
    </message>
    <message>
        <source>There isn&apos;t room on the disk for more videos, so nothing new is sent and nothing is charged. Make room; the queue goes on by itself.</source>
        <translation>磁盘空间不够再放视频，因此不发送新的，也不扣费。请腾出空间；队列会自行继续。</translation>
    </message>
    <message>
        <source>Your budget of {budget} is used up: {bound} is spent or on its way. Nothing more is sent. Raise the budget in the settings to go on.</source>
        <translation>您的预算 {budget} 已用完：{bound} 已花费或正在进行中。不再发送。要继续，请在设置中提高预算。</translation>
    </message>
    <message>
        <source>Your budget is in another currency than this order, which costs {price}. Nothing more is sent. Give a budget in its currency in the settings to go on.</source>
        <translation>您的预算与这份订单（{price}）币种不同。不再发送。要继续，请在设置中填写该币种的预算。</translation>
    </message>
    <message>
        <source>This job has already ended; there is nothing to cancel.</source>
        <translation>这个任务已经结束，没有可取消的。</translation>
    </message>
    <message>
        <source>This job has left already; it can&apos;t be changed any more. Use its settings again for another one.</source>
        <translation>这个任务已经发出，不能再修改。要另做一个，请再次使用它的设置。</translation>
    </message>
    <message>
        <source>This job is just now being sent or put away. Wait a moment, then look at it again.</source>
        <translation>这个任务正在发送或正在存放。请稍等，然后再看。</translation>
    </message>
    <message>
        <source>We don&apos;t know whether this video was charged. Decide first: send it again with the same request id, or treat it as lost.</source>
        <translation>不知道这个视频是否已扣费。请先决定：用同一请求编号再次发送，或按损失处理。</translation>
    </message>
    <message>
        <source>This job is on its way or done; there is nothing to try again.</source>
        <translation>这个任务正在进行或已完成，没有可重试的。</translation>
    </message>
    <message>
        <source>The program tripped over the service&apos;s answer ({kind}). We don&apos;t know yet whether this video was charged; it is kept and not sent again by itself.</source>
        <translation>程序在处理服务的应答时出错（{kind}）。还不知道这个视频是否已扣费；它会保留，不会自动再次发送。</translation>
    </message>
    <message>
        <source>The service took this order, but the program tripped ({kind}) before it could write that down. It is being asked for; it isn&apos;t sent again by itself.</source>
        <translation>服务接受了这个订单，但程序在记下之前出错（{kind}）。正在向服务查询；不会自动再次发送。</translation>
    </message>
    <message>
        <source>The answer to this order was lost. We don&apos;t know yet whether it was charged.</source>
        <translation>这个订单的应答丢失了。还不知道是否已扣费。</translation>
    </message>
    <message>
        <source>The order was sent again, and this time the service didn&apos;t take it ({code}). Whether the first one was charged we still don&apos;t know.</source>
        <translation>订单再次发送后，这次服务没有接受（{code}）。第一次是否已扣费仍然未知。</translation>
    </message>
    <message>
        <source>The service knows no task with the task id that you gave. Nothing has changed: look it up and decide again.</source>
        <translation>服务没有您给出的任务 ID 对应的任务。什么都没有改变：请核对后重新决定。</translation>
    </message>
    <message>
        <source>The task id that you gave belongs to another order. Nothing has changed: look it up and decide again.</source>
        <translation>您给出的任务 ID 属于另一个订单。什么都没有改变：请核对后重新决定。</translation>
    </message>
    <message>
        <source>This is only for an order whose answer was lost; this job&apos;s state is known.</source>
        <translation>这只用于应答丢失的订单；这个任务的状态是已知的。</translation>
    </message>
    <message>
        <source>That isn&apos;t a task number of the service. Copy it from the service&apos;s console.</source>
        <translation>这不是服务的任务编号。请从服务的控制台复制。</translation>
    </message>
    <message>
        <source>That task number belongs to another job of yours already. Look for this order&apos;s own number.</source>
        <translation>这个任务编号已属于您的另一个任务。请查找这个订单自己的编号。</translation>
    </message>
    <message>
        <source>You treat this order as lost. Should the service have taken it, it was charged once.</source>
        <translation>您把这个订单按损失处理。如果服务接受了它，就扣费一次。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t know this video any more, though it took the order. Its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation>服务已不认识这个视频，尽管它接受过订单。任务编号仍保留着：请重试，或把编号出示给服务的客服。</translation>
    </message>
    <message>
        <source>The service keeps videos for one day; this one, ordered on {date}, was gone before it could be fetched. Its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation>服务只保存视频一天；这个视频于 {date} 下单，在下载之前就已失效。任务编号仍保留着：请重试，或把编号出示给服务的客服。</translation>
    </message>
    <message>
        <source>The service gave up on this video and doesn&apos;t say why. Try again, or change the order first; a new try is a new order.</source>
        <translation>服务放弃了这个视频，没有说明原因。可以重试，也可以先修改订单；重试是一个新订单。</translation>
    </message>
    <message>
        <source>What came was the answer to another order, so it doesn&apos;t count. The service is asked again by itself; nothing more is charged.</source>
        <translation>来的是另一个订单的应答，因此不算数。会自动再次询问服务；不会再扣费。</translation>
    </message>
    <message>
        <source>The order was sent, but what came was the answer to another order. It may have been charged, so it isn&apos;t sent again by itself.</source>
        <translation>订单已发送，但来的是另一个订单的应答。可能已扣费，因此不会自动再次发送。</translation>
    </message>
    <message>
        <source>The program tripped over this order ({kind}). Nothing was sent; it is tried again by itself.</source>
        <translation>程序在这个订单上出错（{kind}）。什么都没有发送；会自动重试。</translation>
    </message>
</context>
<context>
    <name>fidelity</name>
    <message>
        <source>colours as in the picture (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation>色彩与原图一致（平均 {mean:.1f}，95% 低于 {p95:.1f}）</translation>
    </message>
    <message>
        <source>colours moved a little (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation>色彩略有偏移（平均 {mean:.1f}，95% 低于 {p95:.1f}）</translation>
    </message>
    <message>
        <source>colours moved visibly (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation>色彩明显偏移（平均 {mean:.1f}，95% 低于 {p95:.1f}）</translation>
    </message>
    <message>
        <source>colours moved strongly (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation>色彩严重偏移（平均 {mean:.1f}，95% 低于 {p95:.1f}）</translation>
    </message>
    <message>
        <source>not the view of the picture (structure {structure:.2f}), so colours can&apos;t be compared place by place: mean {mean:.1f}, 95 % under {p95:.1f}</source>
        <translation>与原图构图不同（结构 {structure:.2f}），无法逐处比较色彩：平均 {mean:.1f}，95% 低于 {p95:.1f}</translation>
    </message>
    <message>
        <source>shapes moved visibly (structure {structure:.2f})</source>
        <translation>形状明显偏移（结构 {structure:.2f}）</translation>
    </message>
    <message>
        <source>shapes moved a little (structure {structure:.2f})</source>
        <translation>形状略有偏移（结构 {structure:.2f}）</translation>
    </message>
    <message>
        <source>shapes as in the picture (structure {structure:.2f})</source>
        <translation>形状与原图一致（结构 {structure:.2f}）</translation>
    </message>
    <message>
        <source>unmoved ({mean:.1f})</source>
        <translation>没有偏移（{mean:.1f}）</translation>
    </message>
    <message>
        <source>a little ({mean:.1f})</source>
        <translation>轻微（{mean:.1f}）</translation>
    </message>
    <message>
        <source>visibly ({mean:.1f})</source>
        <translation>明显（{mean:.1f}）</translation>
    </message>
    <message>
        <source>strongly ({mean:.1f})</source>
        <translation>严重（{mean:.1f}）</translation>
    </message>
    <message>
        <source>no jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})</source>
        <translation>最后一帧到第一帧没有跳变（{seam:.1f}，相邻帧之间 {usual:.1f}）</translation>
    </message>
    <message>
        <source>a small jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})</source>
        <translation>最后一帧到第一帧有轻微跳变（{seam:.1f}，相邻帧之间 {usual:.1f}）</translation>
    </message>
    <message>
        <source>a jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})</source>
        <translation>最后一帧到第一帧有跳变（{seam:.1f}，相邻帧之间 {usual:.1f}）</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <source>nothing moves for {seconds:.1f} s</source>
        <translation>{seconds:.1f} 秒内没有任何运动</translation>
    </message>
    <message>
        <source>Standing still</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>without any light: {count}</source>
        <translation>完全没有光的帧：{count}</translation>
    </message>
    <message>
        <source>Black frames</source>
        <translation>黑帧</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>{what} ({difference:.1f}, between neighbours {usual:.1f}).</source>
        <translation>{what}（{difference:.1f}，相邻帧之间 {usual:.1f}）。</translation>
    </message>
    <message>
        <source>No jump</source>
        <translation>没有跳变</translation>
    </message>
    <message>
        <source>The colours step a little</source>
        <translation>色彩略有跳变</translation>
    </message>
    <message>
        <source>The colours step</source>
        <translation>色彩有跳变</translation>
    </message>
    <message>
        <source>The picture jumps a little</source>
        <translation>画面略有跳变</translation>
    </message>
    <message>
        <source>The picture jumps</source>
        <translation>画面有跳变</translation>
    </message>
    <message>
        <source>Matching the colours takes that back, or some of it.</source>
        <translation>匹配色彩可以消除或减轻这种跳变。</translation>
    </message>
    <message>
        <source>A cross-fade softens it, on the board or in “Join”; fewer frames there or another take may help, too.</source>
        <translation>可在链板上或“拼接”中用叠化使其柔和；在此处去掉几帧或换一条次也可能有帮助。</translation>
    </message>
</context>
<context>
    <name>key</name>
    <message>
        <source>This can&apos;t be a key. Copy it again from the service&apos;s console.</source>
        <translation>这不可能是密钥。请从服务的控制台重新复制。</translation>
    </message>
    <message>
        <source>The key file can&apos;t be read. Enter the key again in the settings.</source>
        <translation>密钥文件无法读取。请在设置中重新输入密钥。</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets. Use the key for this session only, or choose the unencrypted file.</source>
        <translation>这台电脑没有能保存机密的密钥环。请仅在这次运行中使用密钥，或选择未加密的文件。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring doesn&apos;t answer. Unlock it, or use the key for this session only.</source>
        <translation>系统的密钥环没有应答。请解锁，或仅在这次运行中使用密钥。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring refused. Unlock it, or use the key for this session only.</source>
        <translation>系统的密钥环拒绝了。请解锁，或仅在这次运行中使用密钥。</translation>
    </message>
</context>
<context>
    <name>length_limit</name>
    <message>
        <source>No more than {most} characters fit in here. The rest was left out.</source>
        <translation>这里最多容纳 {most} 个字符。多余的已去掉。</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>There isn&apos;t enough memory to export this. Choose a smaller size.</source>
        <translation>内存不足，无法导出。请选择较小的尺寸。</translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be made: the program failed at writing it ({what}). That isn&apos;t the fault of the video. Nothing half-written is left, and the library is as it was. Another format or size may work.</source>
        <translation>“{name}”没能做成：程序写入时出错（{what}）。这不是视频的问题。没有留下写了一半的文件，素材库保持原样。换一种格式或尺寸也许可以。</translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be made: the process that wrote it was ended, perhaps because the machine&apos;s memory ran out. Nothing half-written is left, and the library is as it was. Export it again, or choose a smaller size.</source>
        <translation>“{name}”没能做成：写入它的进程被结束了，也许是机器内存不足。没有留下写了一半的文件，素材库保持原样。请重新导出，或选择较小的尺寸。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing half-written is left, and the library is as it was. Make room or choose another folder, then export again.</source>
        <translation>磁盘已满。没有留下写了一半的文件，素材库保持原样。请腾出空间或选择其他文件夹，然后重新导出。</translation>
    </message>
    <message>
        <source>The folder isn&apos;t there any more. Nothing half-written is left, and the library is as it was. Connect its drive or choose another folder, then export again.</source>
        <translation>文件夹已不在原处。没有留下写了一半的文件，素材库保持原样。请连接它所在的磁盘或选择其他文件夹，然后重新导出。</translation>
    </message>
    <message>
        <source>The folder can&apos;t be written to. Nothing half-written is left, and the library is as it was. Allow it or choose another folder, then export again.</source>
        <translation>文件夹无法写入。没有留下写了一半的文件，素材库保持原样。请允许写入或选择其他文件夹，然后重新导出。</translation>
    </message>
    <message>
        <source>The export couldn&apos;t be written ({reason}). Nothing half-written is left, and the library is as it was. Choose another folder.</source>
        <translation>导出无法写入（{reason}）。没有留下写了一半的文件，素材库保持原样。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>“{name}” is one of the videos that are joined, and stays as it is. Choose another name.</source>
        <translation>“{name}”是要拼接的视频之一，保持原样。请选择其他名称。</translation>
    </message>
    <message>
        <source>A timeline&apos;s name ends with .otio, .xml or .edl.</source>
        <translation>时间线的文件名以 .otio、.xml 或 .edl 结尾。</translation>
    </message>
    <message>
        <source>A timeline that ends with .edl holds {most} videos and less than a day at most. Nothing was written. Save it as OpenTimelineIO (.otio) or Final Cut Pro 7 XML (.xml).</source>
        <translation>以 .edl 结尾的时间线最多容纳 {most} 个视频，且不到一天长。什么都没有写入。请存成 OpenTimelineIO（.otio）或 Final Cut Pro 7 XML（.xml）。</translation>
    </message>
    <message>
        <source>How many frames a second “{name}” has isn&apos;t known, so it has no place in a timeline. Nothing was written; leave it out.</source>
        <translation>“{name}”每秒有多少帧不得而知，因此无法放进时间线。什么都没有写入；请去掉它。</translation>
    </message>
    <message>
        <source>A timeline that ends with .{ending} can&apos;t say {rate} frames a second, which “{name}” has. Nothing was written. Save it as OpenTimelineIO (.otio), or export the video with 24 or 25 a second first.</source>
        <translation>以 .{ending} 结尾的时间线无法表示“{name}”的每秒 {rate} 帧。什么都没有写入。请存成 OpenTimelineIO（.otio），或先把视频导出为每秒 24 或 25 帧。</translation>
    </message>
    <message>
        <source>A timeline that ends with .{ending} can&apos;t say that a video is shown faster or slower. Nothing was written. Save it as OpenTimelineIO (.otio), or export the film itself.</source>
        <translation>以 .{ending} 结尾的时间线无法表示视频播放得更快或更慢。什么都没有写入。请存成 OpenTimelineIO（.otio），或导出片子本身。</translation>
    </message>
    <message>
        <source>The file that was fetched is gone from this computer. It is fetched again; nothing is charged again.</source>
        <translation>下载好的文件已不在这台电脑上。会重新下载；不会再次扣费。</translation>
    </message>
    <message>
        <source>There are no presets in “{name}” that can be read here. Nothing was changed.</source>
        <translation>“{name}”中没有这里能读取的预设。什么都没有改变。</translation>
    </message>
    <message>
        <source>The pictures that this video was made from aren&apos;t there any more, so there is nothing to lay over it.</source>
        <translation>制作这个视频所用的图片已经不在，没有可叠加的内容。</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing half-written is left; what was finished before stays.</source>
        <translation>导出已取消。没有留下写了一半的文件；之前完成的会保留。</translation>
    </message>
    <message>
        <source>The program quits as soon as the export is made.</source>
        <translation>导出完成后程序会立即退出。</translation>
    </message>
    <message>
        <source>The files of these videos are missing, so there is nothing to export.</source>
        <translation>这些视频的文件丢失，没有可导出的内容。</translation>
    </message>
    <message>
        <source>A video on a picture&apos;s place gives its last frame. To use its settings, drop it beside the pictures.</source>
        <translation>把视频放到图片位上会取它的最后一帧。要使用它的设置，请放到图片位旁边。</translation>
    </message>
    <message>
        <source>A video gives its last frame here.</source>
        <translation>在这里，视频会给出它的最后一帧。</translation>
    </message>
    <message>
        <source>This video has no recipe, so its settings aren&apos;t known. It may come from another program.</source>
        <translation>这个视频没有配方，因此不知道它的设置。它可能来自其他程序。</translation>
    </message>
    <message>
        <source>None of these videos has a recipe, so their settings aren&apos;t known. They may come from another program.</source>
        <translation>这些视频都没有配方，所以不知道它们的设置。它们可能来自别的程序。</translation>
    </message>
    <message>
        <source>The tab takes the settings of one video: of these {count}, those of “{name}”. Drop another one by itself for its own.</source>
        <translation>标签页只采用一个视频的设置：在这 {count} 个里，采用的是“{name}”的。想用另一个的，请单独拖入它。</translation>
    </message>
    <message>
        <source>This video was made with {model}, which this version doesn&apos;t know. Nothing was filled in.</source>
        <translation>这个视频用 {model} 制作，而这个版本不认识它。没有填入任何内容。</translation>
    </message>
    <message>
        <source>The settings are filled in, but these pictures aren&apos;t there any more: {names}. Choose them again.</source>
        <translation>设置已填入，但这些图片已经不在：{names}。请重新选择。</translation>
    </message>
    <message>
        <source>The first {shown} of {count} are open. For more windows than that, select fewer at a time.</source>
        <translation>{count} 个中打开了前 {shown} 个。要打开更多窗口，请每次少选几个。</translation>
    </message>
    <message>
        <source>No other player is set up here. The video is here: {path}</source>
        <translation>这里没有设置其他播放器。视频在这里：{path}</translation>
    </message>
    <message>
        <source>Every missing file was found again by its content.</source>
        <translation>所有丢失的文件都已按内容找回。</translation>
    </message>
    <message>
        <source>No program for folders answers here, or the folder has gone. Its place is {path}</source>
        <translation>这里没有可用的文件管理程序，或者文件夹已不在。它的位置是 {path}</translation>
    </message>
    <message>
        <source>This preset is for {model}, which this version doesn&apos;t know. Nothing was filled in.</source>
        <translation>这个预设用于 {model}，而这个版本不认识它。没有填入任何内容。</translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation>“{name}”已保存。</translation>
    </message>
    <message>
        <source>{count} files are saved in “{folder}”.</source>
        <translation>{count} 个文件已保存到“{folder}”。</translation>
    </message>
    <message>
        <source>1 video couldn&apos;t be exported. {why}</source>
        <translation>1 个视频无法导出。{why}</translation>
    </message>
    <message>
        <source>{count} videos couldn&apos;t be exported. {why}</source>
        <translation>{count} 个视频无法导出。{why}</translation>
    </message>
    <message>
        <source>Its colours are as they were: matching wouldn&apos;t have made them better.</source>
        <translation>它的色彩保持原样：校正不会让它更好。</translation>
    </message>
    <message>
        <source>1 of them has its colours as they were: matching wouldn&apos;t have made them better.</source>
        <translation>其中 1 个的色彩保持原样：校正不会让它更好。</translation>
    </message>
    <message>
        <source>{count} of them have their colours as they were: matching wouldn&apos;t have made them better.</source>
        <translation>其中 {count} 个的色彩保持原样：校正不会让它们更好。</translation>
    </message>
    <message>
        <source>1 video was imported.</source>
        <translation>已导入 1 个视频。</translation>
    </message>
    <message>
        <source>{count} videos were imported.</source>
        <translation>已导入 {count} 个视频。</translation>
    </message>
    <message>
        <source>1 came back from the trash, with its marks and its cost.</source>
        <translation>1 个从回收站取回，标记和费用都还在。</translation>
    </message>
    <message>
        <source>{count} came back from the trash, with their marks and their cost.</source>
        <translation>{count} 个从回收站取回，标记和费用都还在。</translation>
    </message>
    <message>
        <source>1 was in the library already.</source>
        <translation>1 个已在素材库中。</translation>
    </message>
    <message>
        <source>{count} were in the library already.</source>
        <translation>{count} 个已在素材库中。</translation>
    </message>
    <message>
        <source>1 file wasn&apos;t taken, because it isn&apos;t a video or can&apos;t be read.</source>
        <translation>1 个文件没有导入，因为它不是视频或无法读取。</translation>
    </message>
    <message>
        <source>{count} files weren&apos;t taken, because they aren&apos;t videos or can&apos;t be read.</source>
        <translation>{count} 个文件没有导入，因为它们不是视频或无法读取。</translation>
    </message>
    <message>
        <source>You ended it before the last file; import it again to go on.</source>
        <translation>您在最后一个文件之前结束了导入；要继续，请重新导入它。</translation>
    </message>
    <message>
        <source>You ended it before the last {count} files; import them again to go on.</source>
        <translation>您在最后 {count} 个文件之前结束了导入；要继续，请重新导入它们。</translation>
    </message>
    <message>
        <source>1 file wasn&apos;t taken in; import it again to go on.</source>
        <translation>1 个文件没有导入；再次导入即可继续。</translation>
    </message>
    <message>
        <source>{count} files weren&apos;t taken in; import them again to go on.</source>
        <translation>{count} 个文件没有导入；再次导入它们即可继续。</translation>
    </message>
    <message>
        <source>Nothing new was imported.</source>
        <translation>没有导入新的内容。</translation>
    </message>
    <message>
        <source>1 video is left out, because its file is missing.</source>
        <translation>跳过了 1 个视频，因为它的文件丢失。</translation>
    </message>
    <message>
        <source>{count} videos are left out, because their files are missing.</source>
        <translation>跳过了 {count} 个视频，因为它们的文件丢失。</translation>
    </message>
    <message>
        <source>1 file was found neither in the library nor in that folder. Try another folder.</source>
        <translation>有 1 个文件在素材库和那个文件夹中都没有找到。请试试其他文件夹。</translation>
    </message>
    <message>
        <source>{count} files were found neither in the library nor in that folder. Try another folder.</source>
        <translation>有 {count} 个文件在素材库和那个文件夹中都没有找到。请试试其他文件夹。</translation>
    </message>
    <message>
        <source>1 video that had been in the trash for long was deleted, as you have set it.</source>
        <translation>在回收站中放了很久的 1 个视频已按您的设置删除。</translation>
    </message>
    <message>
        <source>{count} videos that had been in the trash for long were deleted, as you have set it.</source>
        <translation>在回收站中放了很久的 {count} 个视频已按您的设置删除。</translation>
    </message>
    <message>
        <source>The answer about a video was taken in. Edit &gt; Undo takes it back.</source>
        <translation>已收取对一个视频的意见。“编辑 &gt; 撤销”可以撤回。</translation>
    </message>
    <message>
        <source>The answers about {count} videos were taken in. Edit &gt; Undo takes them back.</source>
        <translation>已收取对 {count} 个视频的意见。“编辑 &gt; 撤销”可以撤回。</translation>
    </message>
    <message>
        <source>Of {answers} answers 1 was taken in; the other videos aren&apos;t in this library.</source>
        <translation>{answers} 条意见中收取了 1 条；其他视频不在这个素材库中。</translation>
    </message>
    <message>
        <source>Of {answers} answers {count} were taken in; the other videos aren&apos;t in this library.</source>
        <translation>{answers} 条意见中收取了 {count} 条；其他视频不在这个素材库中。</translation>
    </message>
    <message>
        <source>“{name}” belongs to the library, where nothing is written over. Choose another name or another folder.</source>
        <translation>“{name}”属于素材库，那里的文件不会被覆盖。请选择其他名称或其他文件夹。</translation>
    </message>
    <message>
        <source>The colours of this frame are being matched.</source>
        <translation>正在校正这一帧的色彩。</translation>
    </message>
    <message>
        <source>Matching wouldn&apos;t make the colours of this video better, or the pictures that it was made from aren&apos;t there.</source>
        <translation>校正不会让这个视频的色彩更好，或者制作它所用的图片已经不在。</translation>
    </message>
    <message>
        <source>You see the frame with matched colours; the same key shows it as it is. “Match colours” in an export writes it so.</source>
        <translation>您看到的是色彩校正后的画面；再按同一个键显示原样。导出时选“使色彩与原图一致”就会这样写入。</translation>
    </message>
    <message>
        <source>{gap}: no video yet, its two stills stand in</source>
        <translation>{gap}：还没有视频，以两张静帧代替</translation>
    </message>
    <message>
        <source>Two stills stand in here for a video that isn&apos;t made yet. Commands for videos work where the film shows one.</source>
        <translation>这里由两张静帧代替尚未制作的视频。针对视频的操作，请在片子显示视频的地方使用。</translation>
    </message>
    <message>
        <source>Stills that stand in for videos aren&apos;t written: the film goes straight on to the next video.</source>
        <translation>代替视频的静帧不会写入：片子会直接接到下一个视频。</translation>
    </message>
    <message>
        <source>This film has stills only, no video yet, so there is nothing to export.</source>
        <translation>这个片子只有静帧，还没有视频，因此没有可导出的内容。</translation>
    </message>
    <message>
        <source>This video isn&apos;t in the library any more, so nothing can be done with it there.</source>
        <translation>这个视频已不在素材库中，因此无法在那里操作它。</translation>
    </message>
    <message>
        <source>A GIF counts hundredths of a second: more than {most:g} frames a second can&apos;t be told apart. Choose {most:g} or fewer.</source>
        <translation>GIF 以百分之一秒计时：每秒超过 {most:g} 帧就无法区分。请选择 {most:g} 或更少。</translation>
    </message>
    <message>
        <source>That can&apos;t be made: check size, frame rate, and that the out point comes after the in point.</source>
        <translation>这样无法制作：请检查尺寸、帧率，以及出点是否在入点之后。</translation>
    </message>
    <message>
        <source>This format holds pictures of {most} pixels at most, and this one would have {side}. Choose a smaller longer side, or another format.</source>
        <translation>这种格式的画面最大 {most} 像素，而这个会有 {side}。请选择较小的长边，或其他格式。</translation>
    </message>
    <message>
        <source>The clip has {count} frames, and in or out point lie behind its end. Choose them within.</source>
        <translation>片段有 {count} 帧，入点或出点超出了结尾。请在范围内选择。</translation>
    </message>
    <message>
        <source>A brace in the name has no other half.</source>
        <translation>名称中的一个花括号缺少另一半。</translation>
    </message>
    <message>
        <source>“{field}” isn&apos;t known. There is: {fields}.</source>
        <translation>不认识“{field}”。可用：{fields}。</translation>
    </message>
    <message>
        <source>The name is longer than {most} characters. Shorten it.</source>
        <translation>名称超过 {most} 个字符。请缩短。</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>请给文件取个名称。</translation>
    </message>
    <message>
        <source>The video is missing; its record is there.</source>
        <translation>视频丢失；它的记录文件还在。</translation>
    </message>
    <message>
        <source>The video and its record are both gone from here. Look for them in the system&apos;s trash or a backup: they aren&apos;t listed from now on.</source>
        <translation>视频和它的记录文件都不在这里了。请在系统的回收站或备份里找找；它以后不再列出。</translation>
    </message>
    <message>
        <source>The video was changed since it was stored.</source>
        <translation>视频在存入之后被修改过。</translation>
    </message>
    <message>
        <source>The video was renamed or moved; its record now lies beside it again.</source>
        <translation>视频被改名或移动过；它的记录文件现在又在它旁边了。</translation>
    </message>
    <message>
        <source>The file can&apos;t be read. Check the disk.</source>
        <translation>文件无法读取。请检查磁盘。</translation>
    </message>
    <message>
        <source>There is no file here any more, or a link leads to none. Put it back, then import it again.</source>
        <translation>这里已经没有文件，或者链接指向的文件不存在。请放回后再次导入。</translation>
    </message>
    <message>
        <source>You may not read this file or folder. Let its permissions be changed, then import it again.</source>
        <translation>您没有读取此文件或文件夹的权限。请更改权限后再次导入。</translation>
    </message>
    <message>
        <source>You may not read this folder, so its videos aren&apos;t shown. Let its permissions be changed.</source>
        <translation>您无权读取此文件夹，因此其中的视频未显示。请更改其权限。</translation>
    </message>
    <message>
        <source>This is no file but a device or a pipe, and was left out.</source>
        <translation>这不是文件，而是设备或管道，已跳过。</translation>
    </message>
    <message>
        <source>This is a copy of a video that the library has already.</source>
        <translation>这是素材库中已有视频的副本。</translation>
    </message>
    <message>
        <source>A video without a record was taken into the library.</source>
        <translation>一个没有记录文件的视频已收入素材库。</translation>
    </message>
    <message>
        <source>This file has no record and isn&apos;t a whole video.</source>
        <translation>这个文件没有记录文件，也不是完整的视频。</translation>
    </message>
    <message>
        <source>This file holds no moving picture, perhaps sound only.</source>
        <translation>这个文件没有活动画面，也许只有声音。</translation>
    </message>
    <message>
        <source>This is a video, but neither an MP4 nor a current QuickTime file. Convert it to MP4 first, and import that.</source>
        <translation>这是视频，但既不是 MP4 也不是现今的 QuickTime 文件。请先把它转换成 MP4，再导入。</translation>
    </message>
    <message>
        <source>This video is coded in a way that this program can&apos;t read. Convert it to H.264 with another program first.</source>
        <translation>这个视频的编码方式本程序读不了。请先用其他程序把它转换成 H.264。</translation>
    </message>
    <message>
        <source>The record is damaged and was left out.</source>
        <translation>记录文件已损坏，已跳过。</translation>
    </message>
    <message>
        <source>A folder, a pipe or a device has the name of this video&apos;s record. Move it away, then check the library again.</source>
        <translation>有文件夹、管道或设备占用了此视频记录文件的名称。请将它移走，然后再次检查素材库。</translation>
    </message>
    <message>
        <source>The record was written by a newer version of the program. Update to read it.</source>
        <translation>记录文件由更新版本的程序写成。请更新后读取。</translation>
    </message>
    <message>
        <source>There are two records of the same video; this one was left out.</source>
        <translation>同一视频有两份记录文件；这一份已跳过。</translation>
    </message>
    <message>
        <source>A record that an interrupted renaming left was removed; its video has its own.</source>
        <translation>改名中断时留下的记录文件已移除；视频有它自己的记录文件。</translation>
    </message>
    <message>
        <source>This is no file but lies where a picture that was sent belongs. Move it away; a video made from that picture can&apos;t be used again without it.</source>
        <translation>这里应存放一张已发送的图片，但现有的不是文件。请将它移走；缺少这张图片时，用它生成的视频无法再次使用。</translation>
    </message>
    <message>
        <source>This picture isn&apos;t the one that was sent any more. A video made from it would be made from another one if it were used again.</source>
        <translation>这张图片已不是当时发送的那一张。若再次使用由它生成的视频，将会用另一张图片生成。</translation>
    </message>
    <message>
        <source>You may not read this. Let its permissions be changed; a video made from a picture in it can&apos;t be used again before.</source>
        <translation>您无权读取此项。请更改其权限；在此之前，用其中图片生成的视频无法再次使用。</translation>
    </message>
    <message>
        <source>This list of the library is damaged. It is set aside when something is saved in it again; nothing else is touched.</source>
        <translation>素材库的这份列表已损坏。再次往里保存时会把它移到一旁；其他一切不受影响。</translation>
    </message>
    <message>
        <source>This chain board is damaged and can&apos;t be opened; its videos are in the library.</source>
        <translation>这个镜头链板已损坏，无法打开；它的视频在素材库中。</translation>
    </message>
    <message>
        <source>A half-written file that a crash left was removed.</source>
        <translation>崩溃时留下的写了一半的文件已移除。</translation>
    </message>
    <message>
        <source>Import the video “{name}” into the library?</source>
        <translation>把视频“{name}”导入素材库？</translation>
    </message>
    <message>
        <source>Import {count} videos into the library?</source>
        <translation>把 {count} 个视频导入素材库？</translation>
    </message>
    <message>
        <source>“{name}” wasn&apos;t opened: another window of this program is open. Close that one, then open it again.</source>
        <translation>没有打开“{name}”：本程序的另一个窗口正开着。请关闭那个窗口，然后重新打开。</translation>
    </message>
    <message>
        <source>The colours of this film are being matched. It plays in its own meanwhile.</source>
        <translation>正在匹配这部片子的色彩，其间按原样播放。</translation>
    </message>
    <message>
        <source>The film plays with matched colours; the same key shows it as it is. Exported from here, it is written as you see it.</source>
        <translation>片子以匹配后的色彩播放；再按同一个键恢复原样。从这里导出时，写出的就是您看到的样子。</translation>
    </message>
    <message>
        <source>Matching wouldn&apos;t make the colours of this film better, or the pictures that it was made from aren&apos;t there. It plays as it is.</source>
        <translation>匹配不会使这部片子的色彩更好，或者它的原图不在了。按原样播放。</translation>
    </message>
    <message>
        <source>The sound is {seconds:.1f} s longer than the film, and ends with it.</source>
        <translation>声音比片子长 {seconds:.1f} 秒，随片子一起结束。</translation>
    </message>
    <message>
        <source>The sound is {seconds:.1f} s shorter than the film; what comes after it is silent.</source>
        <translation>声音比片子短 {seconds:.1f} 秒，之后没有声音。</translation>
    </message>
    <message>
        <source>None of these videos can be read, so there is no film to play. Look whether their files are there.</source>
        <translation>这些视频都无法读取，因此没有可播放的片子。请查看它们的文件是否还在。</translation>
    </message>
    <message>
        <source>A part of a film loses no fewer than 0 frames at an end, and is shown {least:g} to {most:g} times as fast.</source>
        <translation>片子的一段在两端去掉的帧数不少于 0，播放速度为 {least:g} 到 {most:g} 倍。</translation>
    </message>
    <message>
        <source>“{name}” has no sound that can be read. Choose an MP3, WAV, FLAC, OGG or M4A file.</source>
        <translation>“{name}”中没有可读取的声音。请选择 MP3、WAV、FLAC、OGG 或 M4A 文件。</translation>
    </message>
    <message>
        <source>You typed “{text}” into a second window, which closed because this one was open.</source>
        <translation>您在第二个窗口中输入了“{text}”，因为此窗口已打开，那个窗口关闭了。</translation>
    </message>
    <message>
        <source>Put it into the prompt</source>
        <translation>放入提示词</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}；{second}</translation>
    </message>
    <message>
        <source>{first}. {second}</source>
        <translation>{first}。{second}</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
</context>
<context>
    <name>money</name>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>${amount}</source>
        <translation>${amount}</translation>
    </message>
    <message>
        <source>CN¥{amount}</source>
        <translation>¥{amount}</translation>
    </message>
    <message>
        <source>$</source>
        <translation>$</translation>
    </message>
    <message>
        <source>CN¥</source>
        <translation>¥</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>人民币</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>movement</source>
        <translation>运动幅度</translation>
    </message>
    <message>
        <source>aspect ratio</source>
        <translation>宽高比</translation>
    </message>
    <message>
        <source>music</source>
        <translation>音乐</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>{host} sent a page instead of the picture. Save the picture in the browser, then drop the file here.</source>
        <translation>{host} 发来的是网页而不是图片。请在浏览器中保存图片，再把文件拖到这里。</translation>
    </message>
    <message>
        <source>What {host} sent is far larger than a picture. Nothing was kept.</source>
        <translation>{host} 发来的内容远大于一张图片。没有保留任何内容。</translation>
    </message>
    <message>
        <source>The link leads into this computer or its own network. Nothing was asked there.</source>
        <translation>链接指向这台电脑或它自己的网络。没有去那里请求。</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the network, then drop the link again.</source>
        <translation>无法连接 {host}。请检查网络，然后重新拖入链接。</translation>
    </message>
    <message>
        <source>{host} didn&apos;t give the picture. Save it in the browser, then drop the file here.</source>
        <translation>{host} 没有给出图片。请在浏览器中保存，再把文件拖到这里。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t there any more. Put it back or choose another picture.</source>
        <translation>“{name}”已不在原处。请放回去，或选择其他图片。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read ({reason}). Check who may open it, or choose another picture.</source>
        <translation>“{name}”无法读取（{reason}）。请检查谁可以打开它，或选择其他图片。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the pictures in it.</source>
        <translation>“{name}”是文件夹。请选择其中的图片。</translation>
    </message>
    <message>
        <source>“{name}” is a device or a pipe, not a file. Choose a picture.</source>
        <translation>“{name}”是设备或管道，不是文件。请选择图片。</translation>
    </message>
    <message>
        <source>“{name}” is empty. Choose another picture.</source>
        <translation>“{name}”是空的。请选择其他图片。</translation>
    </message>
    <message>
        <source>“{name}” is a drawing (SVG), not a picture. Save it as PNG and use that.</source>
        <translation>“{name}”是矢量图（SVG），不是图片。请存成 PNG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” is a web page, not a picture. Save the picture itself and use that.</source>
        <translation>“{name}”是网页，不是图片。请保存图片本身再使用。</translation>
    </message>
    <message>
        <source>“{name}” is a document (PDF), not a picture. Save the page as PNG and use that.</source>
        <translation>“{name}”是文档（PDF），不是图片。请把页面存成 PNG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop document. Save a copy as PNG or JPEG and use that.</source>
        <translation>“{name}”是 Photoshop 文档。请另存为 PNG 或 JPEG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC picture, which can&apos;t be read here. Save a copy as JPEG and use that.</source>
        <translation>“{name}”是 HEIC 图片，这里无法读取。请另存为 JPEG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” is a camera&apos;s raw file. Develop it to JPEG or PNG and use that.</source>
        <translation>“{name}”是相机的 RAW 文件。请转成 JPEG 或 PNG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” is a video or a sound, not a picture. Save one of its frames and use that.</source>
        <translation>“{name}”是视频或音频，不是图片。请保存其中一帧再使用。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t a picture. PNG, JPEG and WebP are taken; AVIF, BMP, GIF, ICO, JPEG 2000, TGA and TIFF are converted.</source>
        <translation>“{name}”不是图片。支持 PNG、JPEG 和 WebP；AVIF、BMP、GIF、ICO、JPEG 2000、TGA 和 TIFF 会自动转换。</translation>
    </message>
    <message>
        <source>“{name}” is a picture in the format {format}, which can&apos;t be read here. Save a copy as PNG or JPEG and use that.</source>
        <translation>“{name}”是 {format} 格式的图片，这里无法读取。请另存为 PNG 或 JPEG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” keeps brightness beyond white ({format}), which can&apos;t be read here. Choose how bright it should look, save that as PNG and use it.</source>
        <translation>“{name}”保存了超出白色的亮度（{format}），这里无法读取。请选定它的亮度，存成 PNG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” is a document of {format}. Save a copy as PNG or JPEG there and use that.</source>
        <translation>“{name}”是 {format} 的文档。请在那里另存为 PNG 或 JPEG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” is an archive (ZIP), not a picture. Unpack it and choose the pictures in it.</source>
        <translation>“{name}”是压缩包（ZIP），不是图片。请解压并选择其中的图片。</translation>
    </message>
    <message>
        <source>“{name}” moves: it holds several pictures. Save one of them as PNG and use that.</source>
        <translation>“{name}”是动图，含有多张图片。请把其中一张存成 PNG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or not whole. Copy or download it again, or choose another picture.</source>
        <translation>“{name}”已损坏或不完整。请重新复制或下载，或选择其他图片。</translation>
    </message>
    <message>
        <source>“{name}” is {width} × {height}: too many pixels to open safely (at most {most} million here). Save it smaller.</source>
        <translation>“{name}”为 {width} × {height}：像素太多，无法安全打开（这里最多 {most} 百万）。请存得小一些。</translation>
    </message>
    <message>
        <source>“{name}” needs too much memory to open. Save it smaller, as PNG or JPEG.</source>
        <translation>打开“{name}”需要太多内存。请存成较小的 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>“{name}” took too long to open. Save a smaller copy as PNG or JPEG and use that.</source>
        <translation>打开“{name}”花了太久。请另存为较小的 PNG 或 JPEG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” keeps its colours in an unusual way. Save it as PNG with 8 bits and use that.</source>
        <translation>“{name}”保存色彩的方式不常见。请存成 8 位 PNG 再使用。</translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be opened: it is damaged or not what it says. Choose another picture.</source>
        <translation>“{name}”无法打开：它已损坏，或与它的格式不符。请选择其他图片。</translation>
    </message>
    <message>
        <source>A helper of this program can&apos;t be started, so no picture or video can be looked at. Your files aren&apos;t to blame, and nothing is lost. Start the program again; if that doesn&apos;t help, install it anew.</source>
        <translation>程序的辅助进程无法启动，因此无法检查图片和视频。您的文件没有问题，什么都没有丢。请重新启动程序；如果没有用，请重新安装。</translation>
    </message>
    <message>
        <source>The picture couldn&apos;t be saved. Make room on the disk, then try again.</source>
        <translation>图片无法保存。请腾出磁盘空间，然后重试。</translation>
    </message>
    <message>
        <source>The program tripped over this picture ({kind}). Try another one; nothing was sent.</source>
        <translation>程序在这张图片上出错（{kind}）。请换一张；什么都没有发送。</translation>
    </message>
</context>
<context>
    <name>proxy</name>
    <message>
        <source>This kind of SOCKS proxy can&apos;t be used. SOCKS 5 can: {example}.</source>
        <translation>这种 SOCKS 代理不能使用。SOCKS 5 可以：{example}。</translation>
    </message>
    <message>
        <source>This isn&apos;t the address of a proxy. It looks like {example}.</source>
        <translation>这不是代理的地址。正确的样子如 {example}。</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>This record is damaged: “{field}” is missing or isn&apos;t readable.</source>
        <translation>这份记录文件已损坏：“{field}”缺失或无法读取。</translation>
    </message>
    <message>
        <source>This record was written by a newer version of the program. Update to read it.</source>
        <translation>这份记录文件由更新版本的程序写成。请更新后读取。</translation>
    </message>
</context>
<context>
    <name>rehearsal</name>
    <message>
        <source>The rehearsal can&apos;t write to its folder {folder}. Nothing was sent. Make room or choose another folder.</source>
        <translation>预演无法写入它的文件夹 {folder}。什么都没有发送。请腾出空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Another program is rehearsing in {folder}. Nothing was sent. Close it, then try again.</source>
        <translation>另一个程序正在 {folder} 中预演。什么都没有发送。请关闭它，然后重试。</translation>
    </message>
    <message>
        <source>Port {port} can&apos;t be opened: it is in use or not allowed. Choose another one.</source>
        <translation>端口 {port} 无法打开：已被占用或不允许使用。请选择其他端口。</translation>
    </message>
</context>
<context>
    <name>releases</name>
    <message>
        <source>{host} can&apos;t be reached, so nobody can tell whether there is a newer version. Check the network.</source>
        <translation>无法连接 {host}，因此不知道有没有更新的版本。请检查网络。</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate isn&apos;t good. Nothing was taken from there. Check the clock and the network.</source>
        <translation>与 {host} 的连接不安全：它的证书无效。没有从那里取任何东西。请检查系统时钟和网络。</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t say which version is the newest.</source>
        <translation>{host} 没有说明哪个是最新版本。</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Save my answers</source>
        <translation>保存我的意见</translation>
    </message>
    <message>
        <source>Look at each video, decide, and write what you think. Save your answers at the end and send the file back. Nothing leaves this page by itself.</source>
        <translation>请观看每个视频，做出决定，写下您的看法。最后保存意见，并把文件发回来。这个页面不会自行发送任何内容。</translation>
    </message>
    <message>
        <source>{done} of {count} decided</source>
        <translation>已决定 {done}/{count}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>弃用</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>What do you think of it?</source>
        <translation>您觉得怎么样？</translation>
    </message>
    <message>
        <source>Remark at {time}</source>
        <translation>在 {time} 处的意见</translation>
    </message>
    <message>
        <source>What about this moment?</source>
        <translation>这一刻怎么样？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The videos are in the folder “clips”. To answer on this page, allow its script.</source>
        <translation>视频在“clips”文件夹中。要在这个页面上填写意见，请允许它的脚本。</translation>
    </message>
    <message>
        <source>There are no answers of a review in “{name}” that can be read here. Nothing was changed.</source>
        <translation>“{name}”中没有这里能读取的审片意见。什么都没有改变。</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>There is no model {model} for {mode}. Choose one of: {allowed}.</source>
        <translation>没有用于{mode}的模型 {model}。请从中选择：{allowed}。</translation>
    </message>
    <message>
        <source>{model} doesn&apos;t offer {option} {value}. Choose one of: {allowed}.</source>
        <translation>{model} 不提供{option} {value}。请从中选择：{allowed}。</translation>
    </message>
    <message>
        <source>{model} has no option {option}. Leave it out.</source>
        <translation>{model} 没有{option}这个选项。请去掉。</translation>
    </message>
    <message>
        <source>“{name}” is {width} × {height}. Pictures may be at most four times as long one way as the other. Crop it.</source>
        <translation>“{name}”为 {width} × {height}。图片的长边最多是短边的四倍。请裁切。</translation>
    </message>
    <message>
        <source>“{name}” is {width} × {height}. A reference needs at least {side} pixels each way. Choose a larger one.</source>
        <translation>“{name}”为 {width} × {height}。参考图片每边至少 {side} 像素。请选择更大的。</translation>
    </message>
    <message>
        <source>The end frame is {end_width} × {end_height}, the start frame {start_width} × {start_height}. They must be within a fifth of each other. Match the end frame to the start frame.</source>
        <translation>尾帧为 {end_width} × {end_height}，首帧为 {start_width} × {start_height}。两者相差不能超过五分之一。请让尾帧与首帧匹配。</translation>
    </message>
    <message>
        <source>The prompt holds bytes that are no characters (it isn&apos;t UTF-8). Type it again.</source>
        <translation>提示词含有不是字符的字节（不是 UTF-8）。请重新输入。</translation>
    </message>
    <message>
        <source>The prompt holds control characters, which can&apos;t be seen. Type it again without them.</source>
        <translation>提示词含有看不见的控制字符。请重新输入，不要带上它们。</translation>
    </message>
    <message>
        <source>The prompt has {count} characters; {most} are allowed. Shorten it by {over}.</source>
        <translation>提示词有 {count} 个字符；最多 {most} 个。请缩短 {over} 个。</translation>
    </message>
    <message>
        <source>No picture yet. Drop one here or click to choose it.</source>
        <translation>还没有图片。把一张拖到这里，或点击选择。</translation>
    </message>
    <message>
        <source>This mode needs {least} pictures; there is {count}. Add the other one.</source>
        <translation>这种模式需要 {least} 张图片；现有 {count} 张。请添加另一张。</translation>
    </message>
    <message>
        <source>This mode takes at most {most} pictures; there are {count}. Take some out.</source>
        <translation>这种模式最多 {most} 张图片；现有 {count} 张。请取出一些。</translation>
    </message>
    <message>
        <source>{bad} of {pictures} pictures can&apos;t be sent as they are.</source>
        <translation>{pictures} 张图片中有 {bad} 张不能照原样发送。</translation>
    </message>
    <message>
        <source>1 of {pictures} pictures can&apos;t be sent as it is.</source>
        <translation>{pictures} 张图片中有 1 张不能照原样发送。</translation>
    </message>
    <message>
        <source>“{name}” is sent as {width} × {height}; the video has {video_width} × {video_height}. It will be scaled up and look soft.</source>
        <translation>“{name}”将以 {width} × {height} 发送，而视频为 {video_width} × {video_height}。图片会被放大，画面会显得模糊。</translation>
    </message>
    <message>
        <source>Of these pictures, {count} have less than half the video&apos;s width or height, {video_width} × {video_height}. They will be scaled up and look soft.</source>
        <translation>这些图片中有 {count} 张的宽或高不到视频（{video_width} × {video_height}）的一半。它们会被放大，画面会显得模糊。</translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>The prepared picture of this order can&apos;t be read. Nothing was sent. Add the picture again.</source>
        <translation>这个订单准备好的图片无法读取。什么都没有发送。请重新添加图片。</translation>
    </message>
    <message>
        <source>There is no key yet. Add it in the settings; rehearsals work without one.</source>
        <translation>还没有密钥。请在设置中添加；预演不需要密钥。</translation>
    </message>
    <message>
        <source>The key has characters that no key has. Copy it again from the service&apos;s site.</source>
        <translation>密钥中有密钥不会有的字符。请从服务的网站重新复制。</translation>
    </message>
    <message>
        <source>The connection broke while the order was leaving. It was probably not charged, but that isn&apos;t certain, so it isn&apos;t sent again by itself.</source>
        <translation>订单发出时连接中断。多半没有扣费，但不能确定，因此不会自动再次发送。</translation>
    </message>
    <message>
        <source>{host} didn&apos;t answer in time. It is tried again by itself.</source>
        <translation>{host} 没有及时应答。会自动重试。</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the network; it is tried again by itself.</source>
        <translation>无法连接 {host}。请检查网络；会自动重试。</translation>
    </message>
    <message>
        <source>This computer has no open files, memory or threads left for the program. Nothing was asked or sent; it is tried again by itself. End other programs, or start this one again.</source>
        <translation>这台电脑已没有可供本程序使用的文件句柄、内存或线程。没有询问也没有发送任何内容；会自动再次尝试。请结束其他程序，或重新启动本程序。</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a name and a password, or others than it got. It is tried again by itself; type them under Settings &gt; Network.</source>
        <translation>代理 {proxy} 要求用户名和密码，或收到的不对。会自动重试；请在“设置 &gt; 网络”中输入。</translation>
    </message>
    <message>
        <source>The proxy {proxy} can&apos;t be reached. It is tried again by itself; check the proxy under Settings &gt; Network.</source>
        <translation>无法连接代理 {proxy}。会自动重试；请在“设置 &gt; 网络”中检查代理。</translation>
    </message>
    <message>
        <source>The proxy {proxy} took the connection and didn&apos;t open the way to {host}. It is tried again by itself; check the proxy under Settings &gt; Network.</source>
        <translation>代理 {proxy} 接受了连接，但没有打开通往 {host} 的路。会自动重试；请在“设置 &gt; 网络”中检查代理。</translation>
    </message>
    <message>
        <source>The proxy {proxy} didn&apos;t let us through to {host}. It is tried again by itself; check the proxy under Settings &gt; Network.</source>
        <translation>代理 {proxy} 不让我们连到 {host}。会自动重试；请在“设置 &gt; 网络”中检查代理。</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate was signed by “{signer}” ({reason}). Nothing was sent. If your office checks its traffic, its certificate has to be installed in the system.</source>
        <translation>到 {host} 的连接不安全：它的证书由“{signer}”签发（{reason}）。什么都没有发送。如果您的单位检查网络流量，需要把单位的证书安装到系统中。</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate isn&apos;t good ({reason}). Nothing was sent. Check the system&apos;s clock and the network.</source>
        <translation>到 {host} 的连接不安全：它的证书无效（{reason}）。什么都没有发送。请检查系统时钟和网络。</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate isn&apos;t good ({reason}). Nothing was sent. If your office checks its traffic, its certificate has to be installed in the system.</source>
        <translation>到 {host} 的连接不安全：它的证书无效（{reason}）。什么都没有发送。如果您的单位检查网络流量，需要把单位的证书安装到系统中。</translation>
    </message>
    <message>
        <source>The service has taken this order before, so it may have been charged then. It isn&apos;t sent again.</source>
        <translation>服务以前接受过这个订单，因此那时可能已扣费。不会再次发送。</translation>
    </message>
    <message>
        <source>The order was sent, but its answer was lost. It may have been charged, so it isn&apos;t sent again by itself.</source>
        <translation>订单已发送，但应答丢失。可能已扣费，因此不会自动再次发送。</translation>
    </message>
    <message>
        <source>This network wants you to sign in before it lets anything through ({code}). Open any page in a browser and sign in; the service is asked again by itself.</source>
        <translation>此网络要求您先登录才放行（{code}）。请在浏览器中打开任意网页并登录；会自动再次询问服务。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy wants a name and password ({code}). Type them under Settings &gt; Network; the service is asked again by itself.</source>
        <translation>网络代理要求用户名和密码（{code}）。请在“设置 &gt; 网络”中输入；会自动再次询问服务。</translation>
    </message>
    <message>
        <source>A page came in place of the service&apos;s answer ({code}): perhaps this network wants you to sign in, or a filter or proxy stands between. The service is asked again by itself; if this stays, open any page in a browser, and check Settings &gt; Network.</source>
        <translation>来的是网页，而不是服务的应答（{code}）：可能是此网络要求您先登录，或者中间有过滤器或代理。会自动再次询问服务；如果一直如此，请在浏览器中打开任意网页，并检查“设置 &gt; 网络”。</translation>
    </message>
    <message>
        <source>The service didn&apos;t give a usable answer just now ({code}). It is asked again by itself.</source>
        <translation>服务刚才没有给出可用的应答（{code}）。会自动再次询问。</translation>
    </message>
    <message>
        <source>The order was sent, and a page came in place of the service&apos;s answer ({code}): perhaps this network wants you to sign in, or a filter or proxy stands between. It may have been charged, so it isn&apos;t sent again by itself; other orders wait until the service answers.</source>
        <translation>订单已发出，但来的是网页，而不是服务的应答（{code}）：可能是此网络要求您先登录，或者中间有过滤器或代理。可能已经扣费，因此不会自动重新发送；其他订单会等到服务应答为止。</translation>
    </message>
    <message>
        <source>This network wants you to sign in before it lets anything through. Nothing was sent to the service. Open any page in a browser and sign in; it is tried again by itself.</source>
        <translation>此网络要求您先登录才放行。没有向服务发送任何内容。请在浏览器中打开任意网页并登录；会自动再次尝试。</translation>
    </message>
    <message>
        <source>A page came in place of the service&apos;s answer ({code}): perhaps this network wants you to sign in, or a filter or proxy stands between. Nothing was charged; paid work waits. Open any page in a browser, check Settings &gt; Network, then try again.</source>
        <translation>来的是网页，而不是服务的应答（{code}）：可能是此网络要求您先登录，或者中间有过滤器或代理。没有扣费；付费任务会等待。请在浏览器中打开任意网页，检查“设置 &gt; 网络”，然后重试。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy wants a name and password. Nothing was sent. Type them under Settings &gt; Network.</source>
        <translation>网络代理要求用户名和密码。什么都没有发送。请在“设置 &gt; 网络”中输入。</translation>
    </message>
    <message>
        <source>The service isn&apos;t at this address ({code}). Nothing was charged; your work waits. Check the address under Settings &gt; Service, then try again.</source>
        <translation>服务不在这个地址（{code}）。没有扣费；您的任务在等待。请在“设置 &gt; 服务”中检查地址，然后重试。</translation>
    </message>
    <message>
        <source>The service refused the key ({code}). Check it in the settings; paid work waits until then.</source>
        <translation>服务拒绝了密钥（{code}）。请在设置中检查；付费任务会等待。</translation>
    </message>
    <message>
        <source>Your account has no balance left. Top it up on the service&apos;s site; paid work waits until then.</source>
        <translation>您的账户没有余额。请在服务的网站充值；付费任务会等待。</translation>
    </message>
    <message>
        <source>A limit of your account is reached ({code}). Paid work waits until the service resets it.</source>
        <translation>达到了您账户的限额（{code}）。付费任务会等到服务重置它为止。</translation>
    </message>
    <message>
        <source>Your plan doesn&apos;t cover this ({code}). Check the plan on the service&apos;s site; paid work waits.</source>
        <translation>您的套餐不包括这项（{code}）。请在服务的网站查看套餐；付费任务会等待。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t let your account work now ({code}). Ask the service; paid work waits.</source>
        <translation>服务目前不允许您的账户工作（{code}）。请询问服务；付费任务会等待。</translation>
    </message>
    <message>
        <source>The service asks us to slow down. It goes on by itself.</source>
        <translation>服务要求我们放慢速度。会自行继续。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t tell how this video stands ({code}). It is asked again by itself.</source>
        <translation>服务没有说明此视频的状态（{code}）。会自动再次询问。</translation>
    </message>
    <message>
        <source>The service&apos;s rules don&apos;t allow this prompt or picture ({code}). Change it and send it again.</source>
        <translation>服务的规则不允许这个提示词或图片（{code}）。请修改后重新发送。</translation>
    </message>
    <message>
        <source>The service said no ({code}). Change the order and send it again.</source>
        <translation>服务拒绝了（{code}）。请修改订单后重新发送。</translation>
    </message>
    <message>
        <source>The service said no ({code}) and doesn&apos;t say why. Change the order and send it again.</source>
        <translation>服务拒绝了（{code}），没有说明原因。请修改订单后重新发送。</translation>
    </message>
    <message>
        <source>The service&apos;s rules don&apos;t allow this prompt or picture. Change it and send it again; that is a new order.</source>
        <translation>服务的规则不允许这个提示词或图片。请修改后重新发送；那是一个新订单。</translation>
    </message>
    <message>
        <source>The service can&apos;t make this video as it was ordered. Change it and send it again; that is a new order.</source>
        <translation>服务无法按这个订单做出视频。请修改后重新发送；那是一个新订单。</translation>
    </message>
    <message>
        <source>The service gave up on this video. Try again, or change the order first; a new try is a new order.</source>
        <translation>服务放弃了这个视频。可以重试，也可以先修改订单；重试是一个新订单。</translation>
    </message>
    <message>
        <source>The service gave up on this video and doesn&apos;t say why. Try again, or change the order first; a new try is a new order.</source>
        <translation>服务放弃了这个视频，没有说明原因。可以重试，也可以先修改订单；重试是一个新订单。</translation>
    </message>
    <message>
        <source>The service says that the video is done, but not where it is. It is asked again by itself.</source>
        <translation>服务说视频已完成，但没有说在哪里。会自动再次询问。</translation>
    </message>
    <message>
        <source>The proxy in the system&apos;s settings is a SOCKS proxy of a kind that can&apos;t be used. Nothing is sent without it. Set a SOCKS 5 or HTTP proxy there, or choose another way under Settings &gt; Network.</source>
        <translation>系统设置中的代理是一种不能使用的 SOCKS 代理。不经过它就什么都不发送。请在那里设置 SOCKS 5 或 HTTP 代理，或在“设置 &gt; 网络”中选择其他方式。</translation>
    </message>
    <message>
        <source>The proxy in the system&apos;s settings isn&apos;t an address that can be used. Nothing is sent without it. Correct it there, or choose another way under Settings &gt; Network.</source>
        <translation>系统设置中的代理不是可用的地址。不经过它就什么都不发送。请在那里改正，或在“设置 &gt; 网络”中选择其他方式。</translation>
    </message>
    <message>
        <source>The proxy in the settings isn&apos;t an address that can be used. Nothing is sent without it. Correct it under Settings &gt; Network.</source>
        <translation>设置中的代理不是可用的地址。不经过它就什么都不发送。请在“设置 &gt; 网络”中改正。</translation>
    </message>
    <message>
        <source>The proxy&apos;s password isn&apos;t known, and nothing is sent without it. Unlock the system&apos;s keyring, or type the password again under Settings &gt; Network.</source>
        <translation>不知道代理的密码，没有它就什么都不发送。请解锁系统密钥环，或在“设置 &gt; 网络”中重新输入密码。</translation>
    </message>
    <message>
        <source>The system doesn&apos;t say which proxy is to be used, and nothing is sent without knowing. It is asked again by itself; Settings &gt; Network lets you choose.</source>
        <translation>系统没有说明使用哪个代理，不知道就什么都不发送。会自动再次询问；也可在“设置 &gt; 网络”中选择。</translation>
    </message>
    <message>
        <source>There is no key for {door} yet. Add it in the settings; rehearsals work without one.</source>
        <translation>还没有 {door} 的密钥。请在设置中添加；预演不需要密钥。</translation>
    </message>
    <message>
        <source>This was ordered at {door}, and waits for its key. Choose {door} in the settings and add the key, or cancel it; nothing was sent.</source>
        <translation>这是在 {door} 下的单，正在等待它的密钥。请在设置中选择 {door} 并添加密钥，或取消这个任务；什么都没有发送。</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>The program tripped ({kind}), so that wasn&apos;t done, or only in part. Help &gt; Save a report writes down what is needed to mend it.</source>
        <translation>程序出错（{kind}），因此这没有完成，或只完成一部分。“帮助 &gt; 保存报告”会写下修复所需的信息。</translation>
    </message>
    <message>
        <source>Paid videos wait, and nothing is sent: {variable} says where to send them, and can&apos;t be used. {why} Start the program again without {variable}, or with an address that works. Rehearsals and what was sent before go on.</source>
        <translation>付费视频在等待，什么都不发送：{variable} 指定了发往哪里，却无法使用。{why}请去掉 {variable} 或换一个可用的地址，然后重新启动程序。预演和以前发送的继续进行。</translation>
    </message>
    <message>
        <source>Another command is working here; waiting for it to end.</source>
        <translation>另一个命令正在这里工作；等待它结束。</translation>
    </message>
    <message>
        <source>Vidu Desktop&apos;s window is open and works on this library, and this can&apos;t be done beside it. Close it first. Nothing was sent.</source>
        <translation>Vidu Desktop 的窗口开着，正在使用这个素材库，而这项操作不能与它同时进行。请先关闭它。什么都没有发送。</translation>
    </message>
    <message>
        <source>Another Vidu Desktop has been working on this library all the time. Try again later. Nothing was sent.</source>
        <translation>另一个 Vidu Desktop 一直在使用这个素材库。请稍后再试。什么都没有发送。</translation>
    </message>
    <message>
        <source>No browser is set up here. What you asked for is this file: {path}</source>
        <translation>这里没有设置浏览器。您要看的是这个文件：{path}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>So {variable} is left out.</source>
        <translation>因此忽略 {variable}。</translation>
    </message>
    <message>
        <source>The address of the service is {url}, from the environment ({variable}).</source>
        <translation>服务地址为 {url}，来自环境变量（{variable}）。</translation>
    </message>
    <message>
        <source>The settings in “{path}” can&apos;t be read. The program starts with its own.</source>
        <translation>“{path}”中的设置无法读取。程序以默认设置启动。</translation>
    </message>
    <message>
        <source>The settings in “{path}” are damaged. The program starts with its own.</source>
        <translation>“{path}”中的设置已损坏。程序以默认设置启动。</translation>
    </message>
    <message>
        <source>Paid videos wait, and nothing is sent: the settings are damaged, so your budget or the service&apos;s address isn&apos;t known. Look at the settings in the window and press Save, or mend “{path}”. Rehearsals and what was sent before go on.</source>
        <translation>付费视频在等待，什么都不发送：设置已损坏，因此不知道您的预算或服务地址。请在窗口中查看设置并按“保存”，或修复“{path}”。预演和以前发送的继续进行。</translation>
    </message>
    <message>
        <source>The setting “{name}” makes no sense and is left out. Look at the settings.</source>
        <translation>设置“{name}”没有意义，已忽略。请查看设置。</translation>
    </message>
    <message>
        <source>What a video of {model} costs at {door} isn&apos;t known, so nothing was sent. Give the price under Settings &gt; Work and money; rehearsals are free.</source>
        <translation>不知道 {model} 的视频在 {door} 花费多少，因此什么都没有发送。请在“设置 &gt; 任务与费用”中填写价格；预演免费。</translation>
    </message>
    <message>
        <source>“{url}” isn&apos;t an address of a service. It looks like {example}.</source>
        <translation>“{url}”不是服务的地址。正确的样子如 {example}。</translation>
    </message>
    <message>
        <source>“{url}” would send your key unencrypted. Use an address that begins with https.</source>
        <translation>“{url}”会不加密地发送您的密钥。请使用以 https 开头的地址。</translation>
    </message>
    <message>
        <source>{variable} asks for {method} for typing Chinese or Japanese, which doesn&apos;t come with this program; ibus is tried instead. If only Latin letters arrive, start the program with {variable}=ibus.</source>
        <translation>{variable} 要求用 {method} 输入中文或日文，而本程序没有附带它；改用 ibus。如果只能输入拉丁字母，请用 {variable}=ibus 启动程序。</translation>
    </message>
</context>
<context>
    <name>shelf</name>
    <message>
        <source>The list of the shelf (“{name}” in the library) is damaged and can&apos;t be read. It is set aside when something is put on the shelf; its pictures are still in the library.</source>
        <translation>主体库的列表（素材库中的“{name}”）已损坏，无法读取。再次往主体库放内容时会把它移到一旁；图片仍在素材库中。</translation>
    </message>
    <message>
        <source>Not on the shelf: {names}. Put it there, or write @@ for a sign that is meant as it is.</source>
        <translation>不在主体库中：{names}。请放进去；如果要的就是这个符号本身，请写 @@。</translation>
    </message>
    <message>
        <source>In the prompt, but with no picture among the subjects: {names}.</source>
        <translation>提示词中提到，但主体中没有图片：{names}。</translation>
    </message>
    <message>
        <source>Give it a name first: a prompt calls it by that.</source>
        <translation>请先取个名称：提示词用它来称呼。</translation>
    </message>
    <message>
        <source>A name on the shelf has at most {most} characters. Choose a shorter one.</source>
        <translation>主体库中的名称最多 {most} 个字符。请选择短一些的。</translation>
    </message>
    <message>
        <source>“{name}” has an @ in it, with which a name begins in a prompt. Leave it out.</source>
        <translation>“{name}”中有 @，而提示词中的名称以它开头。请去掉。</translation>
    </message>
    <message>
        <source>Add a picture: nobody knows it without one.</source>
        <translation>请添加一张图片：没有图片就没人认得它。</translation>
    </message>
    <message>
        <source>These are {count} pictures; a video takes {most}. Leave those out that show the least.</source>
        <translation>现有 {count} 张图片；一个视频用 {most} 张。请去掉最不能说明它的。</translation>
    </message>
    <message>
        <source>The line is too long: it has at most {most} characters, so that the prompt has room for the rest.</source>
        <translation>这一行太长：最多 {most} 个字符，好让提示词放得下其余内容。</translation>
    </message>
    <message>
        <source>“{name}” is on the shelf already. Choose another name, or change that one.</source>
        <translation>“{name}”已在主体库中。请选择其他名称，或修改那一个。</translation>
    </message>
    <message>
        <source>Nobody in “{name}” has pictures that a video can be made from. Nothing was changed. Have it made anew.</source>
        <translation>“{name}”中没有任何主体的图片可用于制作视频。什么都没有更改。请让对方重新制作该文件。</translation>
    </message>
    <message>
        <source>There is nothing for a shelf in “{name}” that can be read here. Nothing was changed.</source>
        <translation>“{name}”中没有这里能读取的主体。什么都没有改变。</translation>
    </message>
    <message>
        <source>The pictures in “{name}” are larger than those of any shelf. Nothing was changed. Have it made anew, in parts.</source>
        <translation>“{name}”中的图片加起来比任何主体库都大。什么都没有改变。请让对方分成几份重新制作。</translation>
    </message>
    <message>
        <source>One came onto the shelf from “{name}”. Edit &gt; Undo takes it back.</source>
        <translation>已从“{name}”放入 1 个主体。可用“编辑 &gt; 撤销”撤回。</translation>
    </message>
    <message>
        <source>{count} came onto the shelf from “{name}”. Edit &gt; Undo takes them back.</source>
        <translation>已从“{name}”放入 {count} 个主体。可用“编辑 &gt; 撤销”撤回。</translation>
    </message>
    <message>
        <source>Of {all} in “{name}”, on the shelf are now: {count}. The others are damaged, or have pictures that a video can&apos;t be made from.</source>
        <translation>“{name}”中共有 {all} 个，已放入主体库 {count} 个。其余的已损坏，或其图片不能用于制作视频。</translation>
    </message>
    <message>
        <source>“{name}” was taken off the shelf; its pictures and videos stay in the library. Edit &gt; Undo puts it back.</source>
        <translation>“{name}”已从主体库取出；其图片和视频仍在素材库中。可用“编辑 &gt; 撤销”放回。</translation>
    </message>
    <message>
        <source>{count} were taken off the shelf; their pictures and videos stay in the library. Edit &gt; Undo puts them back.</source>
        <translation>已从主体库取出 {count} 个；其图片和视频仍在素材库中。可用“编辑 &gt; 撤销”放回。</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Refused, not charged</source>
        <translation>被拒绝，未扣费</translation>
    </message>
    <message>
        <source>Answer lost</source>
        <translation>应答丢失</translation>
    </message>
    <message>
        <source>In the making</source>
        <translation>制作中</translation>
    </message>
    <message>
        <source>Ready to fetch</source>
        <translation>可以下载</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>下载中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>已入库</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>已移出队列</translation>
    </message>
    <message>
        <source>1 video is finished</source>
        <translation>1 个视频已完成</translation>
    </message>
    <message>
        <source>{count} videos are finished</source>
        <translation>{count} 个视频已完成</translation>
    </message>
    <message>
        <source>1 video failed; the queue says why.</source>
        <translation>1 个视频失败；原因见队列。</translation>
    </message>
    <message>
        <source>{count} videos failed; the queue says why.</source>
        <translation>{count} 个视频失败；原因见队列。</translation>
    </message>
    <message>
        <source>The answer to 1 order was lost; it may have been charged.</source>
        <translation>1 个订单的应答丢失；可能已扣费。</translation>
    </message>
    <message>
        <source>The answers to {count} orders were lost; they may have been charged.</source>
        <translation>{count} 个订单的应答丢失；可能已扣费。</translation>
    </message>
    <message>
        <source>A video failed</source>
        <translation>一个视频失败</translation>
    </message>
    <message>
        <source>The answer to an order was lost</source>
        <translation>一个订单的应答丢失</translation>
    </message>
    <message>
        <source>It may have been charged. Nothing is sent again before you have decided in the queue.</source>
        <translation>可能已扣费。在您于队列中决定之前，不会再次发送。</translation>
    </message>
    <message>
        <source>The budget is used</source>
        <translation>预算已用完</translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>“{computer}” is working on this library. You can look, search and play; changing it waits until that computer has ended.</source>
        <translation>“{computer}”正在使用这个素材库。您可以浏览、搜索和播放；要修改，须等那台电脑结束。</translation>
    </message>
    <message>
        <source>The library folder “{path}” isn&apos;t there. Connect its drive, or choose another folder in the settings. Finished videos wait on this computer.</source>
        <translation>素材库文件夹“{path}”不在了。请接上它的驱动器，或在设置中选择其他文件夹。完成的视频在这台电脑上等待。</translation>
    </message>
    <message>
        <source>“{name}” was written by a newer version of the program. It can be looked at, but nothing can be changed. Update the program.</source>
        <translation>“{name}”由更新版本的程序写成。可以查看，但不能修改。请更新程序。</translation>
    </message>
    <message>
        <source>Your saved searches can&apos;t be read: “{path}” is damaged. It stays as it is until a search is saved, and is set aside then. Videos aren&apos;t touched.</source>
        <translation>读取不了你保存的搜索：“{path}”已损坏。在保存搜索之前它保持原样，那时会被移到一旁。视频不受影响。</translation>
    </message>
    <message>
        <source>Your presets can&apos;t be read: “{path}” is damaged. It stays as it is until a preset is saved, and is set aside then. Videos aren&apos;t touched.</source>
        <translation>读取不了你的预设：“{path}”已损坏。在保存预设之前它保持原样，那时会被移到一旁。视频不受影响。</translation>
    </message>
    <message>
        <source>Your shelf can&apos;t be read: “{path}” is damaged. It stays as it is until something is put on the shelf, and is set aside then. Its pictures are still in the library.</source>
        <translation>读取不了你的主体库：“{path}”已损坏。在往主体库放内容之前它保持原样，那时会被移到一旁。它的图片仍在素材库中。</translation>
    </message>
    <message>
        <source>The list of jobs was damaged. It is set aside as “{name}”, and a new one was begun.</source>
        <translation>任务列表已损坏。它被移到一旁，名为“{name}”，并新建了一份。</translation>
    </message>
    <message>
        <source>This list of jobs comes from another computer or folder. The orders that wait in it may still wait there, too, and would be paid twice. So the queue is paused, and nothing was sent. Resume it if they aren&apos;t sent from there; else take them off.</source>
        <translation>这份任务列表来自另一台电脑或另一个文件夹。其中等待发送的订单可能在那里也还在等待，这样会付两次钱。因此队列已暂停，没有发送任何内容。如果那边不再发送，请在这里继续；否则请将它们移除。</translation>
    </message>
    <message>
        <source>One job was brought back from the second record of orders.</source>
        <translation>从订单的第二份记录中恢复了 1 个任务。</translation>
    </message>
    <message>
        <source>{count} jobs were brought back from the second record of orders.</source>
        <translation>从订单的第二份记录中恢复了 {count} 个任务。</translation>
    </message>
    <message>
        <source>The library&apos;s index was damaged. It is set aside as “{name}” and was made anew from the records; no video is lost.</source>
        <translation>素材库的索引已损坏。它被移到一旁，名为“{name}”，并已根据记录文件重新制作；没有丢失视频。</translation>
    </message>
    <message>
        <source>What lay in the tabs can&apos;t be read: “{path}” is damaged. It stays as it is until something in a tab is changed, and is set aside then. Videos aren&apos;t touched.</source>
        <translation>读取不了标签页里的内容：“{path}”已损坏。在改动标签页之前它保持原样，那时会被移到一旁。视频不受影响。</translation>
    </message>
    <message>
        <source>The library folder “{path}” is empty, and isn&apos;t the one that held the videos. Connect its drive; finished videos wait on this computer. If the empty one is right, run `vidu-desktop library rebuild`.</source>
        <translation>素材库文件夹“{path}”是空的，而且不是存放视频的那个文件夹。请接上它的驱动器；完成的视频在这台电脑上等待。如果空文件夹是对的，请运行 `vidu-desktop library rebuild`。</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
</context>
<context>
    <name>trash</name>
    <message>
        <source>Chain board “{name}”, {stills}</source>
        <translation>镜头链板“{name}”，{stills}</translation>
    </message>
    <message>
        <source>Chain board “{name}”, without stills</source>
        <translation>镜头链板“{name}”，没有静帧</translation>
    </message>
    <message>
        <source>The board “{name}” is back.</source>
        <translation>链板“{name}”已恢复。</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>deletion of a video</source>
        <translation>删除一个视频</translation>
    </message>
    <message>
        <source>deletion of {count} videos</source>
        <translation>删除 {count} 个视频</translation>
    </message>
    <message>
        <source>import of a video</source>
        <translation>导入一个视频</translation>
    </message>
    <message>
        <source>import of {count} videos</source>
        <translation>导入 {count} 个视频</translation>
    </message>
    <message>
        <source>marks of a video</source>
        <translation>一个视频的标记</translation>
    </message>
    <message>
        <source>marks of {count} videos</source>
        <translation>{count} 个视频的标记</translation>
    </message>
    <message>
        <source>a row taken out of the queue</source>
        <translation>把一行移出队列</translation>
    </message>
    <message>
        <source>{count} rows taken out of the queue</source>
        <translation>把 {count} 行移出队列</translation>
    </message>
    <message>
        <source>order of the queue</source>
        <translation>队列的顺序</translation>
    </message>
    <message>
        <source>a cell of a batch</source>
        <translation>批量任务的一个单元格</translation>
    </message>
    <message>
        <source>{count} cells of a batch</source>
        <translation>批量任务的 {count} 个单元格</translation>
    </message>
    <message>
        <source>make a row another take</source>
        <translation>把一行改为另一条</translation>
    </message>
    <message>
        <source>make {count} rows takes</source>
        <translation>把 {count} 行改为各条</translation>
    </message>
    <message>
        <source>a row left out of a batch</source>
        <translation>把一行从批量任务中排除</translation>
    </message>
    <message>
        <source>{count} rows left out of a batch</source>
        <translation>把 {count} 行从批量任务中排除</translation>
    </message>
    <message>
        <source>a row taken into a batch</source>
        <translation>把一行纳入批量任务</translation>
    </message>
    <message>
        <source>{count} rows taken into a batch</source>
        <translation>把 {count} 行纳入批量任务</translation>
    </message>
    <message>
        <source>another take of a video</source>
        <translation>再做一条视频</translation>
    </message>
    <message>
        <source>another take of {count} videos</source>
        <translation>再做 {count} 条视频</translation>
    </message>
    <message>
        <source>a picture taken out</source>
        <translation>取出一张图片</translation>
    </message>
    <message>
        <source>{count} pictures taken out</source>
        <translation>取出 {count} 张图片</translation>
    </message>
    <message>
        <source>a picture put in</source>
        <translation>放入一张图片</translation>
    </message>
    <message>
        <source>{count} pictures put in</source>
        <translation>放入 {count} 张图片</translation>
    </message>
    <message>
        <source>pictures replaced</source>
        <translation>替换图片</translation>
    </message>
    <message>
        <source>order of the pictures</source>
        <translation>图片的顺序</translation>
    </message>
    <message>
        <source>order of the stills</source>
        <translation>静帧的顺序</translation>
    </message>
    <message>
        <source>a change to a board</source>
        <translation>对链板的修改</translation>
    </message>
    <message>
        <source>the sound of a board</source>
        <translation>链板的声音</translation>
    </message>
    <message>
        <source>deletion of a board</source>
        <translation>删除链板</translation>
    </message>
    <message>
        <source>new name of a board</source>
        <translation>链板改名</translation>
    </message>
    <message>
        <source>change of the shelf</source>
        <translation>对主体库的修改</translation>
    </message>
    <message>
        <source>new name of a file</source>
        <translation>文件改名</translation>
    </message>
</context>
<context>
    <name>videos</name>
    <message>
        <source>The file that came is empty. It will be fetched again.</source>
        <translation>来的文件是空的。会重新下载。</translation>
    </message>
    <message>
        <source>A web page came instead of the video, perhaps from a network that asks you to log in. It will be fetched again.</source>
        <translation>来的是网页而不是视频，也许来自要求登录的网络。会重新下载。</translation>
    </message>
    <message>
        <source>A playlist came instead of the video itself. It was not opened. It will be fetched again.</source>
        <translation>来的是播放列表而不是视频本身。没有打开。会重新下载。</translation>
    </message>
    <message>
        <source>Text came instead of the video. It will be fetched again.</source>
        <translation>来的是文本而不是视频。会重新下载。</translation>
    </message>
    <message>
        <source>A picture came instead of the video. It will be fetched again.</source>
        <translation>来的是图片而不是视频。会重新下载。</translation>
    </message>
    <message>
        <source>What came isn&apos;t an MP4 video. It was not opened. It will be fetched again.</source>
        <translation>来的不是 MP4 视频。没有打开。会重新下载。</translation>
    </message>
    <message>
        <source>The video is damaged or not whole. It will be fetched again.</source>
        <translation>视频已损坏或不完整。会重新下载。</translation>
    </message>
    <message>
        <source>The file that came has no moving picture in it. It will be fetched again.</source>
        <translation>来的文件里没有活动画面。会重新下载。</translation>
    </message>
    <message>
        <source>The video that came is coded in a way that this program can&apos;t read. It will be fetched again.</source>
        <translation>来的视频的编码方式本程序读不了。会重新下载。</translation>
    </message>
    <message>
        <source>The video took too long to check. It will be fetched and checked again.</source>
        <translation>检查视频花了太久。会重新下载并检查。</translation>
    </message>
    <message>
        <source>The video couldn&apos;t be opened: something in it is broken. It will be fetched again.</source>
        <translation>视频无法打开：里面有损坏。会重新下载。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read from the disk ({reason}). Check that the drive is there.</source>
        <translation>“{name}”无法从磁盘读取（{reason}）。请检查驱动器是否还在。</translation>
    </message>
    <message>
        <source>A folder, a pipe or a device has the name of the video “{name}”. Move it away and put the video there.</source>
        <translation>有文件夹、管道或设备占用了视频“{name}”的名称。请将它移走，并把视频放回原处。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t there any more: it was moved, renamed or deleted outside the program.</source>
        <translation>“{name}”已不在原处：它在程序之外被移动、改名或删除了。</translation>
    </message>
    <message>
        <source>You may not read “{name}”. Change who may open it, then try again.</source>
        <translation>您无权读取“{name}”。请更改谁可以打开它，然后重试。</translation>
    </message>
    <message>
        <source>“{name}” has no moving picture in it, perhaps sound only.</source>
        <translation>“{name}”没有活动画面，也许只有声音。</translation>
    </message>
    <message>
        <source>“{name}” is coded in a way that this program can&apos;t read. It is left as it is; convert it to H.264 with another program.</source>
        <translation>“{name}”的编码方式本程序读不了。它保持原样；请用其他程序把它转换成 H.264。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or isn&apos;t a video. It is left as it is; put a whole copy in its place.</source>
        <translation>“{name}”已损坏或不是视频。它保持原样；请用完整的副本替换它。</translation>
    </message>
</context>
</TS>
