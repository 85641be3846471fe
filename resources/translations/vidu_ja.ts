<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Vidu Desktop</source>
        <translation>Vidu Desktopについて</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新しくなったこと</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>更新を確認</translation>
    </message>
    <message>
        <source>Show releases</source>
        <translation>リリースを表示</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Vidu Desktop {version}</source>
        <translation>Vidu Desktop {version}</translation>
    </message>
    <message>
        <source>Videos from pictures with Z.AI&apos;s Vidu 2: nothing lost, nothing paid twice.</source>
        <translation>Z.AIのVidu 2で画像から動画を作ります。失うことも、二重に支払うこともありません。</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>このプログラム</translation>
    </message>
    <message>
        <source>MIT licence. Its icons were drawn for it and are under the same licence. It is not made or endorsed by Z.AI or ShengShu; Vidu is their name.</source>
        <translation>MITライセンス。アイコンはこのプログラムのために描かれたもので、同じライセンスです。Z.AIやShengShuが作成・推奨したものではありません。Viduは両社の名称です。</translation>
    </message>
    <message>
        <source>Qt and PySide6</source>
        <translation>QtとPySide6</translation>
    </message>
    <message>
        <source>LGPL 3, loaded as separate libraries that you may exchange. Qt Multimedia brings FFmpeg libraries under LGPL 2.1.</source>
        <translation>LGPL 3。差し替え可能な独立したライブラリとして読み込まれます。Qt MultimediaにはLGPL 2.1のFFmpegライブラリが含まれます。</translation>
    </message>
    <message>
        <source>PyAV with FFmpeg, x264 and x265</source>
        <translation>PyAVとFFmpeg、x264、x265</translation>
    </message>
    <message>
        <source>PyAV is under the BSD licence. Its ready-made packages carry x264 and x265 under the GPL 2 or later: a bundle with them is under the GPL as a whole.</source>
        <translation>PyAVはBSDライセンスです。配布パッケージにはGPL 2以降のx264とx265が含まれるため、それらを同梱したバンドルは全体がGPLになります。</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>httpx, qasync, starlette, uvicorn (BSD), Pillow (MIT-CMU), keyring, platformdirs, truststore, rich (MIT), certifi (MPL 2.0). NOTICE.md in the packaging folder has the whole list.</source>
        <translation>httpx、qasync、starlette、uvicorn（BSD）、Pillow（MIT-CMU）、keyring、platformdirs、truststore、rich（MIT）、certifi（MPL 2.0）。一覧はpackagingフォルダーのNOTICE.mdにあります。</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Generate {count} · {price}</source>
        <translation>{count}本を生成 · {price}</translation>
    </message>
    <message>
        <source>Generate · {price}</source>
        <translation>生成 · {price}</translation>
    </message>
    <message>
        <source>Generate {count}</source>
        <translation>{count}本を生成</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Rehearse {count} · free</source>
        <translation>{count}本をリハーサル · 無料</translation>
    </message>
    <message>
        <source>Rehearse · free</source>
        <translation>リハーサル · 無料</translation>
    </message>
    <message>
        <source>Make it with the service</source>
        <translation>サービスで本番の動画を作ります</translation>
    </message>
    <message>
        <source>Try it on this computer, for nothing</source>
        <translation>このコンピューターで無料で試します</translation>
    </message>
    <message>
        <source>Send {count} videos for {price}</source>
        <translation>動画{count}本を{price}で送信</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>まだ送らない</translation>
    </message>
    <message>
        <source>What it costs isn&apos;t known. Rehearsing is free; give the price to generate.</source>
        <translation>料金が分かりません。リハーサルは無料です。生成するには料金を入力してください。</translation>
    </message>
    <message>
        <source>Give price…</source>
        <translation>料金を入力…</translation>
    </message>
    <message>
        <source>No API key yet. Rehearsing needs none; add one to generate.</source>
        <translation>APIキーがまだありません。リハーサルには不要です。生成するにはキーを追加してください。</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>キーを追加…</translation>
    </message>
    <message>
        <source>{count} videos will be charged {price} in all.</source>
        <translation>動画{count}本で合計{price}が課金されます。</translation>
    </message>
    <message>
        <source>{money} of your budget is left.</source>
        <translation>予算の残りは{money}です。</translation>
    </message>
    <message>
        <source>It doesn&apos;t fit into your budget. {money} is left; it would wait in line.</source>
        <translation>予算に収まりません。残りは{money}なので、順番待ちになります。</translation>
    </message>
    <message>
        <source>1 of these {count} fits into your budget. {money} is left; the others would wait in line.</source>
        <translation>{count}本のうち1本が予算に収まります。残りは{money}で、ほかは順番待ちになります。</translation>
    </message>
    <message>
        <source>None of these {count} fits into your budget. {money} is left; they would wait in line.</source>
        <translation>{count}本のどれも予算に収まりません。残りは{money}で、順番待ちになります。</translation>
    </message>
    <message>
        <source>{fitting} of these {count} fit into your budget. {money} is left; the others would wait in line.</source>
        <translation>{count}本のうち{fitting}本が予算に収まります。残りは{money}で、ほかは順番待ちになります。</translation>
    </message>
</context>
<context>
    <name>ArrangementChoice</name>
    <message>
        <source>{count} shots in a row: 1–2, 2–3 …</source>
        <translation>連続した{count}カット：1–2、2–3…</translation>
    </message>
    <message>
        <source>{count} pairs: 1–2, 3–4 …</source>
        <translation>{count}組：1–2、3–4…</translation>
    </message>
    <message>
        <source>The first two</source>
        <translation>最初の2枚</translation>
    </message>
    <message>
        <source>1 pair: 1–2</source>
        <translation>1組：1–2</translation>
    </message>
    <message>
        <source>What the pictures become</source>
        <translation>画像の組み合わせ方</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Batch from “{name}”</source>
        <translation>「{name}」のバッチ</translation>
    </message>
    <message>
        <source>Save the result…</source>
        <translation>結果を保存…</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Checking the rows…</source>
        <translation>行を確認しています…</translation>
    </message>
    <message>
        <source>Run {count} first · {total}</source>
        <translation>まず{count}本を実行 · {total}</translation>
    </message>
    <message>
        <source>Rehearse {count} · free</source>
        <translation>{count}本をリハーサル · 無料</translation>
    </message>
    <message>
        <source>Again for the rejected ones · {count} · {total}</source>
        <translation>ボツの分をもう一度 · {count}本 · {total}</translation>
    </message>
    <message>
        <source>Run {count} · {total}</source>
        <translation>{count}本を実行 · {total}</translation>
    </message>
    <message>
        <source>Run until the budget · {count} · {total}</source>
        <translation>予算まで実行 · {count}本 · {total}</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>動画1本</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>動画{count}本</translation>
    </message>
    <message>
        <source>without 1 row in which something is wrong: mend it or leave it out before anything is sent</source>
        <translation>問題のある 1 行を除く。直すか外すまで何も送れません</translation>
    </message>
    <message>
        <source>without {count} rows in which something is wrong: mend them or leave them out before anything is sent</source>
        <translation>問題のある {count} 行を除く。直すか外すまで何も送れません</translation>
    </message>
    <message>
        <source>the budget doesn&apos;t pay for one more: {taken} of it is used</source>
        <translation>予算ではもう 1 本も作れません。{taken} は使用済みです</translation>
    </message>
    <message>
        <source>the budget is no amount</source>
        <translation>予算が金額として読めません</translation>
    </message>
    <message>
        <source>add a key in the settings to run it; rehearsing needs none</source>
        <translation>実行するには設定でキーを追加してください。リハーサルには不要です</translation>
    </message>
    <message>
        <source>{done} of 1 picture looked at</source>
        <translation>画像1枚のうち{done}枚を確認済み</translation>
    </message>
    <message>
        <source>{done} of {count} pictures looked at</source>
        <translation>画像{count}枚のうち{done}枚を確認済み</translation>
    </message>
</context>
<context>
    <name>BatchFoot</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Budget {sign}</source>
        <translation>予算 {sign}</translation>
    </message>
    <message>
        <source>Budget of the batch in {currency}</source>
        <translation>バッチの予算（{currency}）</translation>
    </message>
    <message>
        <source>The batch stops by itself before it would cost more than this in all.</source>
        <translation>費用の合計がこの額を超える前に、バッチは自動で止まります。</translation>
    </message>
</context>
<context>
    <name>BatchGroups</name>
    <message>
        <source>Which rows are shown</source>
        <translation>表示する行</translation>
    </message>
    <message>
        <source>Hidden rows</source>
        <translation>非表示の行</translation>
    </message>
    <message>
        <source>Hidden rows: leave or take?</source>
        <translation>非表示の行：除くか、含めるか</translation>
    </message>
    <message>
        <source>Leave hidden rows out</source>
        <translation>非表示の行を除く</translation>
    </message>
    <message>
        <source>Take hidden rows, too</source>
        <translation>非表示の行も含める</translation>
    </message>
    <message>
        <source>All rows · {count}</source>
        <translation>すべての行 · {count}</translation>
    </message>
    <message>
        <source>Leave out · {count}</source>
        <translation>除く · {count}</translation>
    </message>
    <message>
        <source>Take in · {count}</source>
        <translation>含める · {count}</translation>
    </message>
</context>
<context>
    <name>BatchReading</name>
    <message>
        <source>Reading the sheet…</source>
        <translation>シートを読み込んでいます…</translation>
    </message>
    <message>
        <source>Table of the workbook</source>
        <translation>ブック内の表</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Which pictures belong together</source>
        <translation>画像の組み合わせ方</translation>
    </message>
    <message>
        <source>A pattern such as *_start=*_end can be typed: the stars stand for the same.</source>
        <translation>*_start=*_end のようなパターンも入力できます。*には同じ文字列が入ります。</translation>
    </message>
    <message>
        <source>Columns are separated by</source>
        <translation>列の区切り</translation>
    </message>
    <message>
        <source>Line with the columns&apos; names</source>
        <translation>列名のある行</translation>
    </message>
    <message>
        <source>Each picture by itself</source>
        <translation>1枚ずつ</translation>
    </message>
    <message>
        <source>Pairs, guessed by their names</source>
        <translation>名前から推測した組</translation>
    </message>
    <message>
        <source>Pairs by order: 1 and 2, 3 and 4</source>
        <translation>順番どおりの組：1と2、3と4</translation>
    </message>
    <message>
        <source>A chain: 1 and 2, 2 and 3</source>
        <translation>連続：1と2、2と3</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Look at the pictures again</source>
        <translation>画像をもう一度確認</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>コンマ</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>セミコロン</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>縦線</translation>
    </message>
    <message>
        <source>Names in line {line}</source>
        <translation>列名は{line}行目</translation>
    </message>
</context>
<context>
    <name>BatchRowsView</name>
    <message>
        <source>Rows of the sheet</source>
        <translation>シートの行</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Leave these rows out, or take them in</source>
        <translation>これらの行を除く、または含める</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>Changed here. In the sheet it is “{text}”.</source>
        <translation>ここで変更されました。シートでは「{text}」です。</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>この行の結果</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>そのまま残す</translation>
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
        <translation>列の用途</translation>
    </message>
    <message>
        <source>kept as it is</source>
        <translation>そのまま残す</translation>
    </message>
    <message>
        <source>Prompt for rows without one. Several lines: each row is made with each line</source>
        <translation>プロンプトのない行に使うプロンプト。複数行の場合は、各行をそれぞれのプロンプトで作ります</translation>
    </message>
    <message>
        <source>Prompts for rows without one, one in a line</source>
        <translation>プロンプトのない行に使うプロンプト（1行に1つ）</translation>
    </message>
    <message>
        <source>The name of a column in braces stands for its text: {name} turns[, in {colour}]. What stands in square brackets goes when its column is empty.</source>
        <translation>波かっこ内の列名はその列の文字に置き換わります：{name} turns[, in {colour}]。角かっこ内は、その列が空なら省かれます。</translation>
    </message>
    <message>
        <source>No prompt is meant</source>
        <translation>プロンプトなしでよい</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>With several values of a setting, each row is made with each of them.</source>
        <translation>1つの設定に複数の値がある場合は、各行をそれぞれの値で作ります。</translation>
    </message>
    <message>
        <source>Names of the files, made of columns, such as {example}</source>
        <translation>列から作るファイル名（例：{example}）</translation>
    </message>
    <message>
        <source>Names of the files, made of columns</source>
        <translation>列から作るファイル名</translation>
    </message>
    <message>
        <source>Takes of each row</source>
        <translation>各行のテイク数</translation>
    </message>
    <message>
        <source>is for</source>
        <translation>の用途</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>テイク数</translation>
    </message>
</context>
<context>
    <name>BoardDialog</name>
    <message>
        <source>Chain board</source>
        <translation>絵コンテボード</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>ボード</translation>
    </message>
    <message>
        <source>More for this board</source>
        <translation>このボードのその他の操作</translation>
    </message>
    <message>
        <source>New board…</source>
        <translation>新しいボード…</translation>
    </message>
    <message>
        <source>Add stills…</source>
        <translation>静止画を追加…</translation>
    </message>
    <message>
        <source>Play as a film</source>
        <translation>映像として再生</translation>
    </message>
    <message>
        <source>Export as a film…</source>
        <translation>映像として書き出し…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Rename the board…</source>
        <translation>ボードの名前を変更…</translation>
    </message>
    <message>
        <source>Review packet…</source>
        <translation>レビュー一式…</translation>
    </message>
    <message>
        <source>Delete the board</source>
        <translation>ボードを削除</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新しいボード</translation>
    </message>
    <message>
        <source>Rename the board</source>
        <translation>ボードの名前を変更</translation>
    </message>
    <message>
        <source>Name of the board</source>
        <translation>ボード名</translation>
    </message>
    <message>
        <source>add a key in the settings to make videos; rehearsing needs none</source>
        <translation>動画を作るには設定でキーを追加してください。リハーサルには不要です</translation>
    </message>
    <message>
        <source>the budget is no amount</source>
        <translation>予算が金額として読めません</translation>
    </message>
    <message>
        <source>Make what is missing · {count} · {total}</source>
        <translation>足りない分を作る · {count}本 · {total}</translation>
    </message>
    <message>
        <source>Make out-of-date ones too · {count} · {total}</source>
        <translation>要更新も含めて作る · {count}本 · {total}</translation>
    </message>
    <message>
        <source>Rehearse all · {count} · free</source>
        <translation>すべてリハーサル · {count}本 · 無料</translation>
    </message>
    <message>
        <source>You have 1 of these videos already, from elsewhere. Make it again, too.</source>
        <translation>このうち1本は、別のところで作ったものがすでにあります。それももう一度作る。</translation>
    </message>
    <message>
        <source>You have {count} of these videos already, from elsewhere. Make them again, too.</source>
        <translation>このうち{count}本は、別のところで作ったものがすでにあります。それらももう一度作る。</translation>
    </message>
    <message>
        <source>No gap changes</source>
        <translation>変わる区間はありません</translation>
    </message>
    <message>
        <source>1 gap changes · {total}</source>
        <translation>1区間が変わります · {total}</translation>
    </message>
    <message>
        <source>{count} gaps change · {total}</source>
        <translation>{count}区間が変わります · {total}</translation>
    </message>
    <message>
        <source>Choose a gap to write its prompt, to play its video, or to put a hard cut there.</source>
        <translation>区間を選ぶと、プロンプトを書く、動画を再生する、カットで切り替えるといった操作ができます。</translation>
    </message>
    <message>
        <source>Drop stills here, paste them, or choose them. Each two neighbours become one video, so all are made at once and meet where they join.</source>
        <translation>静止画をここにドロップするか、貼り付けるか、選択してください。隣り合う2枚が1本の動画になります。すべて同時に作られ、つなぎ目は一致します。</translation>
    </message>
</context>
<context>
    <name>BoardStrip</name>
    <message>
        <source>Stills and the gaps between them</source>
        <translation>静止画とその間の区間</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>ループ再生</translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation>別の画像を選択…</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>左へ移動</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右へ移動</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Go there in the film</source>
        <translation>映像のこの位置へ移動</translation>
    </message>
</context>
<context>
    <name>BoardWishes</name>
    <message>
        <source>Prompt for all gaps without one of their own</source>
        <translation>個別のプロンプトがない区間すべてに使うプロンプト</translation>
    </message>
    <message>
        <source>Prompt for all gaps</source>
        <translation>全区間のプロンプト</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Takes of each gap</source>
        <translation>各区間のテイク数</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>The last still leads back to the first.</source>
        <translation>最後の静止画から最初に戻ります。</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>テイク数</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Stop waiting?</source>
        <translation>待つのをやめますか？</translation>
    </message>
    <message>
        <source>It has been charged {price}</source>
        <translation>{price}が課金されています</translation>
    </message>
    <message>
        <source>Stopping doesn&apos;t bring the money back. Keep the result when it comes?</source>
        <translation>待つのをやめても、お金は戻りません。結果が届いたら受け取りますか？</translation>
    </message>
    <message>
        <source>{price} have been charged for {count} videos</source>
        <translation>動画{count}本に{price}が課金されています</translation>
    </message>
    <message>
        <source>Stopping doesn&apos;t bring the money back. Keep the results when they come?</source>
        <translation>待つのをやめても、お金は戻りません。結果が届いたら受け取りますか？</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>待つのをやめる</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>受け取る</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>すべて受け取る</translation>
    </message>
    <message>
        <source>Take off the queue?</source>
        <translation>キューから外しますか？</translation>
    </message>
    <message>
        <source>Take this video off the queue?</source>
        <translation>この動画をキューから外しますか？</translation>
    </message>
    <message>
        <source>Nothing is charged.</source>
        <translation>課金はされません。</translation>
    </message>
    <message>
        <source>Take {count} videos off the queue?</source>
        <translation>動画{count}本をキューから外しますか？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>外す</translation>
    </message>
</context>
<context>
    <name>ClearedBar</name>
    <message>
        <source>1 row taken out of the queue. Finished videos stay in the library.</source>
        <translation>キューから1行を外しました。完成した動画はライブラリに残ります。</translation>
    </message>
    <message>
        <source>{count} rows taken out of the queue. Finished videos stay in the library.</source>
        <translation>キューから{count}行を外しました。完成した動画はライブラリに残ります。</translation>
    </message>
</context>
<context>
    <name>ClipBar</name>
    <message>
        <source>No prompt</source>
        <translation>プロンプトなし</translation>
    </message>
    <message>
        <source>{number} of {count}: {title}</source>
        <translation>{number}／{count}：{title}</translation>
    </message>
</context>
<context>
    <name>ClipColumn</name>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>テイク</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>作り方</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>キープ</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>ボツ</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>ClipDetails</name>
    <message>
        <source>Made from</source>
        <translation>作り方</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>{seconds} s at {size}</source>
        <translation>{size}、{seconds}秒</translation>
    </message>
    <message>
        <source>free, a rehearsal</source>
        <translation>無料（リハーサル）</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>注文日時</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>完成日時</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面サイズ</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>{seconds} s, {frames} frames at {fps}</source>
        <translation>{seconds}秒、{frames}フレーム（{fps}）</translation>
    </message>
    <message>
        <source>Coded as</source>
        <translation>コーデック</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
</context>
<context>
    <name>ClipMenu</name>
    <message>
        <source>&amp;Play</source>
        <translation>再生(&amp;P)</translation>
    </message>
    <message>
        <source>Play as &amp;one film</source>
        <translation>1本の映像として再生(&amp;O)</translation>
    </message>
    <message>
        <source>Same &amp;again, but…</source>
        <translation>設定を変えてもう一度(&amp;A)…</translation>
    </message>
    <message>
        <source>Save as pr&amp;eset…</source>
        <translation>プリセットとして保存(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy the prompt</source>
        <translation>プロンプトをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>コピー(&amp;Y)</translation>
    </message>
    <message>
        <source>Last frame as next &amp;picture</source>
        <translation>最終フレームを次の画像に(&amp;P)</translation>
    </message>
    <message>
        <source>Last frame as next &amp;start frame</source>
        <translation>最終フレームを次の開始フレームに(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;First frame onto the chain board</source>
        <translation>先頭フレームを絵コンテボードへ(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last frame onto the chain board</source>
        <translation>最終フレームを絵コンテボードへ(&amp;L)</translation>
    </message>
    <message>
        <source>Last frame on the s&amp;helf…</source>
        <translation>最終フレームを素材棚へ(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>キープ(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>ボツにする(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>スターを付ける(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Winner of its shot</source>
        <translation>カットの採用テイクにする(&amp;W)</translation>
    </message>
    <message>
        <source>P&amp;ut into a shot…</source>
        <translation>カットに入れる(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>タグ(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>メモ(&amp;N)…</translation>
    </message>
    <message>
        <source>Rena&amp;me the file…</source>
        <translation>ファイル名を変更(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>比較(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;ompare with its pictures</source>
        <translation>元の画像と比較(&amp;O)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>書き出し(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Join in this order…</source>
        <translation>この順で結合(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Timeline for an editor…</source>
        <translation>編集ソフト用タイムライン(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Contact sheet…</source>
        <translation>コンタクトシート(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Review packet…</source>
        <translation>レビュー一式(&amp;R)…</translation>
    </message>
    <message>
        <source>S&amp;how in folder</source>
        <translation>フォルダーで表示(&amp;H)</translation>
    </message>
    <message>
        <source>Open in another p&amp;layer</source>
        <translation>ほかのプレーヤーで開く(&amp;L)</translation>
    </message>
    <message>
        <source>Find the missing fi&amp;le…</source>
        <translation>見つからないファイルを探す(&amp;L)…</translation>
    </message>
    <message>
        <source>Mo&amp;ve to the trash</source>
        <translation>ゴミ箱に移動(&amp;V)</translation>
    </message>
    <message>
        <source>This video&apos;s file is missing: it was moved, renamed or deleted outside the program. “Find the missing file…” in its menu looks for it.</source>
        <translation>この動画のファイルが見つかりません。プログラムの外で移動、名前の変更、または削除が行われました。動画のメニューの「見つからないファイルを探す…」で探せます。</translation>
    </message>
    <message>
        <source>The winner is one of the takes of a shot, and this video isn&apos;t in one. Put it into a shot first.</source>
        <translation>採用テイクはカットのテイクの1つですが、この動画はまだどのカットにも入っていません。先にカットに入れてください。</translation>
    </message>
    <message>
        <source>A shot has one winner. Select one video.</source>
        <translation>採用テイクはカットに1つだけです。動画を1本だけ選択してください。</translation>
    </message>
    <message>
        <source>That takes two videos or more. Select them first.</source>
        <translation>それには動画が2本以上必要です。先に選択してください。</translation>
    </message>
    <message>
        <source>&amp;First and last frame</source>
        <translation>先頭・最終フレーム(&amp;F)</translation>
    </message>
    <message>
        <source>Export &amp;in other ways</source>
        <translation>ほかの方法で書き出す(&amp;I)</translation>
    </message>
    <message>
        <source>Ratin&amp;g</source>
        <translation>評価(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;No rating</source>
        <translation>評価なし(&amp;N)</translation>
    </message>
</context>
<context>
    <name>ClipTile</name>
    <message>
        <source>winner of its shot</source>
        <translation>カットの採用テイク</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>キープ</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>ボツ</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>スター付き</translation>
    </message>
    <message>
        <source>{stars} of 5 stars</source>
        <translation>星5つのうち{stars}</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>on the stage</source>
        <translation>ビューアーに表示中</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>{size}, {seconds} s at {fps} frames a second, {bytes}</source>
        <translation>{size}、{seconds}秒、毎秒{fps}フレーム、{bytes}</translation>
    </message>
    <message>
        <source>The file is missing: it was moved, renamed or deleted outside the program.</source>
        <translation>ファイルが見つかりません。プログラムの外で移動、名前の変更、または削除が行われました。</translation>
    </message>
    <message>
        <source>no marks</source>
        <translation>マークなし</translation>
    </message>
</context>
<context>
    <name>CompareController</name>
    <message>
        <source>{first} and {second} frames: the shorter one stands on its last.</source>
        <translation>{first}フレームと{second}フレーム：短いほうは最終フレームで止まります。</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>No difference in this frame</source>
        <translation>このフレームに違いはありません</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>ワイプ</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>重ね合わせ</translation>
    </message>
    <message>
        <source>its end frame</source>
        <translation>その終了フレーム</translation>
    </message>
    <message>
        <source>its start frame</source>
        <translation>その開始フレーム</translation>
    </message>
    <message>
        <source>{first} compared with {second}</source>
        <translation>{first}と{second}の比較</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>表示方法</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>左右を入れ替え</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>等倍表示</translation>
    </message>
    <message>
        <source>Strength of the difference</source>
        <translation>差分の強さ</translation>
    </message>
    <message>
        <source>How much of the second is seen</source>
        <translation>2つ目の見え具合</translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation>開始フレーム</translation>
    </message>
    <message>
        <source>End frame</source>
        <translation>終了フレーム</translation>
    </message>
</context>
<context>
    <name>ComposePane</name>
    <message>
        <source>1 picture: {count} videos, {price}</source>
        <translation>画像1枚：動画{count}本、{price}</translation>
    </message>
    <message>
        <source>{pictures} pictures: {count} videos, {price}</source>
        <translation>画像{pictures}枚：動画{count}本、{price}</translation>
    </message>
    <message>
        <source>One thing to put right first.</source>
        <translation>先に直すところが1つあります。</translation>
    </message>
    <message>
        <source>{count} things to put right first.</source>
        <translation>先に直すところが{count}つあります。</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Rehearse, free</source>
        <translation>リハーサル（無料）(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Choose pictures…</source>
        <translation>画像を選択(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Earlier prompts…</source>
        <translation>以前のプロンプト(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>プリセット(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;helf…</source>
        <translation>素材棚(&amp;H)…</translation>
    </message>
</context>
<context>
    <name>DecideBar</name>
    <message>
        <source>A wins</source>
        <translation>Aを採用</translation>
    </message>
    <message>
        <source>B wins</source>
        <translation>Bを採用</translation>
    </message>
    <message>
        <source>Next take</source>
        <translation>次のテイク</translation>
    </message>
    <message>
        <source>The next take comes in the place of the other one</source>
        <translation>もう一方の場所に次のテイクが入ります</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Select a video to see everything about it.</source>
        <translation>動画を選ぶと、そのすべての情報が表示されます。</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>動画{count}本</translation>
    </message>
    <message>
        <source>Put into a shot</source>
        <translation>カットに入れる</translation>
    </message>
    <message>
        <source>Take the tag “{tag}” away</source>
        <translation>タグ「{tag}」を外す</translation>
    </message>
    <message>
        <source>Not there any more: {names}</source>
        <translation>なくなったもの：{names}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Project and shot</source>
        <translation>プロジェクトとカット</translation>
    </message>
    <message>
        <source>Add tags, with commas between</source>
        <translation>タグを追加（コンマ区切り）</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>タグを追加</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Copy the whole SHA-256</source>
        <translation>SHA-256全体をコピー</translation>
    </message>
</context>
<context>
    <name>EarlyPress</name>
    <message>
        <source>What you chose is on its way into the tab…</source>
        <translation>選んだものをタブに入れています…</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>画像を確認しています…</translation>
    </message>
    <message>
        <source>It is ordered as soon as the pictures are looked at. Escape takes it back, and so does closing the window.</source>
        <translation>画像の確認が終わりしだい注文します。Escで取り消せます。ウィンドウを閉じても取り消されます。</translation>
    </message>
    <message>
        <source>If it doesn&apos;t come, Escape calls it off.</source>
        <translation>届かないときは、Escで取りやめられます。</translation>
    </message>
    <message>
        <source>Nothing was ordered: the window was still being opened. See what is in it, then press again.</source>
        <translation>注文していません。ウィンドウを開いている途中でした。内容を確かめてから、もう一度押してください。</translation>
    </message>
    <message>
        <source>Nothing was ordered: what you chose last wasn&apos;t in the tab yet. See what is in it, then press again.</source>
        <translation>何も注文していません。最後に選んだものがまだタブに入っていませんでした。中身を確かめてから、もう一度押してください。</translation>
    </message>
    <message>
        <source>Taken back: nothing was ordered.</source>
        <translation>取り消しました。何も注文していません。</translation>
    </message>
    <message>
        <source>Called off: the tab stays as it is, and nothing was ordered.</source>
        <translation>取りやめました。タブはそのままで、何も注文していません。</translation>
    </message>
    <message>
        <source>Nothing was ordered: it was changed while its pictures were looked at. Press again.</source>
        <translation>注文していません。画像の確認中に内容が変わりました。もう一度押してください。</translation>
    </message>
</context>
<context>
    <name>EditedJob</name>
    <message>
        <source>This rehearsal is off the queue while you change it. Rehearse puts it back in its place.</source>
        <translation>変更中、このリハーサルはキューから外れています。「リハーサル」で元の位置に戻ります。</translation>
    </message>
    <message>
        <source>This job is off the queue while you change it. Generate puts it back in its place.</source>
        <translation>変更中、このジョブはキューから外れています。「生成」で元の位置に戻ります。</translation>
    </message>
    <message>
        <source>Put back unchanged</source>
        <translation>変更せずに戻す</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>Undo: {what}</source>
        <translation>元に戻す：{what}</translation>
    </message>
    <message>
        <source>Open the trash…</source>
        <translation>ゴミ箱を開く…</translation>
    </message>
    <message>
        <source>The library is empty, and 1 video is in the trash</source>
        <translation>ライブラリは空で、ゴミ箱に動画が1本あります</translation>
    </message>
    <message>
        <source>The library is empty, and {count} videos are in the trash</source>
        <translation>ライブラリは空で、ゴミ箱に動画が{count}本あります</translation>
    </message>
    <message>
        <source>They stay there with all that was noted about them until you delete them.</source>
        <translation>削除するまで、記録された情報と一緒にゴミ箱に残ります。</translation>
    </message>
    <message>
        <source>No videos yet</source>
        <translation>動画はまだありません</translation>
    </message>
    <message>
        <source>Every finished video lands here, as a plain file that any program can open. Drop videos here to import them.</source>
        <translation>完成した動画はすべて、どのプログラムでも開ける普通のファイルとしてここに入ります。動画をここにドロップすると読み込めます。</translation>
    </message>
</context>
<context>
    <name>EmptyStage</name>
    <message>
        <source>Your video plays here</source>
        <translation>動画はここで再生されます</translation>
    </message>
    <message>
        <source>It begins by itself when it is finished. The queue shows how far it is.</source>
        <translation>完成すると自動で再生が始まります。進み具合はキューで確認できます。</translation>
    </message>
    <message>
        <source>Write what should move, then rehearse for free or generate.</source>
        <translation>どう動くかを書いて、無料でリハーサルするか、生成してください。</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>画像を選択…</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Save the timeline</source>
        <translation>タイムラインを保存</translation>
    </message>
    <message>
        <source>{name} timeline</source>
        <translation>{name} タイムライン</translation>
    </message>
    <message>
        <source>Save the contact sheet</source>
        <translation>コンタクトシートを保存</translation>
    </message>
    <message>
        <source>{name} contact sheet</source>
        <translation>{name} コンタクトシート</translation>
    </message>
    <message>
        <source>Numbered pictures (*.png)</source>
        <translation>連番画像 (*.png)</translation>
    </message>
    <message>
        <source>Save the film</source>
        <translation>映像を保存</translation>
    </message>
    <message>
        <source>Exporting {number} of {count}: {name}</source>
        <translation>書き出しています（{number}／{count}）：{name}</translation>
    </message>
    <message>
        <source>{name} review</source>
        <translation>{name} レビュー</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Export this video</source>
        <translation>この動画を書き出す</translation>
    </message>
    <message>
        <source>Export {count} videos</source>
        <translation>動画{count}本を書き出す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>{size} in all</source>
        <translation>合計{size}</translation>
    </message>
    <message>
        <source>Between {low} and {high}, by what moves in the pictures</source>
        <translation>画像の動きにより{low}～{high}</translation>
    </message>
</context>
<context>
    <name>ExportNames</name>
    <message>
        <source>There is: {fields}. {{take:03}} has three digits.</source>
        <translation>使えるもの：{fields}。{{take:03}}は3桁になります。</translation>
    </message>
    <message>
        <source>Where the files go</source>
        <translation>ファイルの保存先</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose a folder, or type one; then the export can begin.</source>
        <translation>フォルダーを選択または入力すると、書き出しを始められます。</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>フォルダー「{folder}」はありません。</translation>
    </message>
    <message>
        <source>This folder isn&apos;t there yet: it will be made.</source>
        <translation>このフォルダーはまだありません。書き出すときに作成されます。</translation>
    </message>
    <message>
        <source>“{name}” is there already and stays as it is.</source>
        <translation>「{name}」はすでにあり、そのまま残ります。</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>書き出し先</translation>
    </message>
</context>
<context>
    <name>ExportPictures</name>
    <message>
        <source>{side} pixels</source>
        <translation>{side}ピクセル</translation>
    </message>
    <message>
        <source>{rate:g} a second</source>
        <translation>毎秒{rate:g}フレーム</translation>
    </message>
    <message>
        <source>every frame</source>
        <translation>1コマ打ち（全フレーム）</translation>
    </message>
    <message>
        <source>on twos</source>
        <translation>2コマ打ち</translation>
    </message>
    <message>
        <source>on threes</source>
        <translation>3コマ打ち</translation>
    </message>
    <message>
        <source>Forwards and back</source>
        <translation>往復</translation>
    </message>
    <message>
        <source>Match colours to its pictures</source>
        <translation>元の画像に色を合わせる</translation>
    </message>
    <message>
        <source>Takes back the colour shift that the service brings in, from the first frame and, where there is one, the end frame. Where nothing would become better, the colours stay.</source>
        <translation>サービスで生じた色のずれを、先頭フレームと、あれば終了フレームをもとに補正します。良くならない場合は色を変えません。</translation>
    </message>
    <message>
        <source>The file is copied, so nothing here can be set. For another size, other frames or a part, choose “{format}”, for example.</source>
        <translation>ファイルはそのままコピーされるため、ここでは何も設定できません。サイズやフレームを変えたり一部だけを書き出したりするには、「{format}」などを選んでください。</translation>
    </message>
    <message>
        <source>First frame of the range</source>
        <translation>範囲の先頭フレーム</translation>
    </message>
    <message>
        <source>Last frame of the range</source>
        <translation>範囲の最終フレーム</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>～</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>元のまま</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>元のまま</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>長辺</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>コマ打ち</translation>
    </message>
    <message>
        <source>From frame</source>
        <translation>フレーム範囲</translation>
    </message>
    <message>
        <source>MP4, as it is</source>
        <translation>MP4（そのまま）</translation>
    </message>
    <message>
        <source>MP4 without the settings inside</source>
        <translation>MP4（設定の情報なし）</translation>
    </message>
    <message>
        <source>MP4, encoded anew</source>
        <translation>MP4（再エンコード）</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>WebP, animated</source>
        <translation>WebP（アニメーション）</translation>
    </message>
    <message>
        <source>Numbered PNG pictures</source>
        <translation>連番PNG</translation>
    </message>
    <message>
        <source>ProRes 422, for editing</source>
        <translation>ProRes 422（編集用）</translation>
    </message>
    <message>
        <source>One frame as PNG</source>
        <translation>1フレームをPNGで</translation>
    </message>
</context>
<context>
    <name>ExportPresetRow</name>
    <message>
        <source>A name to save this under</source>
        <translation>保存する名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>FetchLinkDialog</name>
    <message>
        <source>Fetch a picture</source>
        <translation>画像を取得</translation>
    </message>
    <message>
        <source>Fetch this picture from {host}?</source>
        <translation>{host}からこの画像を取得しますか？</translation>
    </message>
    <message>
        <source>The program asks there once, without your key and without cookies.</source>
        <translation>一度だけ、キーもCookieも送らずにアクセスします。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>取得する</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>These numbers</source>
        <translation>これらの数値</translation>
    </message>
    <message>
        <source>say how much is different, not whether it is good; camera moves and rehearsals count, too</source>
        <translation>違いの大きさを表すもので、良し悪しではありません。カメラワークやリハーサルによる違いも含みます</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Saved searches</source>
        <translation>保存した検索</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>この検索を保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Don&apos;t filter by “{filter}”</source>
        <translation>「{filter}」での絞り込みを解除</translation>
    </message>
    <message>
        <source>{price} a kept one</source>
        <translation>キープ1本あたり{price}</translation>
    </message>
    <message>
        <source>What was paid for all videos here, also the rejected ones, divided by those of them that you kept. Filters by decision, star and rating don&apos;t change it. Rehearsals, videos whose cost isn&apos;t known, and the trash don&apos;t count.</source>
        <translation>ここにある動画すべて（ボツも含む）に支払った額を、キープした本数で割ったものです。判定、スター、評価での絞り込みでは変わりません。リハーサル、費用の分からない動画、ゴミ箱の中は数えません。</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1件見つかりました</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count}件見つかりました</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>動画1本</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>動画{count}本</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Filter and saved searches</source>
        <translation>絞り込みと保存した検索</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Sort the library</source>
        <translation>ライブラリを並べ替え</translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation>順序を逆にする</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>サムネールの大きさ</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>リストで表示</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>All jobs</source>
        <translation>すべてのジョブ</translation>
    </message>
    <message>
        <source>Show only one kind of jobs</source>
        <translation>1種類のジョブだけを表示</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Made from</source>
        <translation>作り方</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>スター付き</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Rehearsal or real</source>
        <translation>リハーサルと本番</translation>
    </message>
    <message>
        <source>Project and shot</source>
        <translation>プロジェクトとカット</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>過去7日間</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>過去30日間</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>昨年</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>この検索を保存…</translation>
    </message>
    <message>
        <source>Forget a saved search</source>
        <translation>保存した検索を削除</translation>
    </message>
</context>
<context>
    <name>FrameController</name>
    <message>
        <source>Save this frame</source>
        <translation>このフレームを保存</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>画像 ({patterns})</translation>
    </message>
</context>
<context>
    <name>FrameOut</name>
    <message>
        <source>frame {number}</source>
        <translation>フレーム{number}</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>Video: {title}</source>
        <translation>動画：{title}</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>プロンプトなし</translation>
    </message>
</context>
<context>
    <name>FramingChoice</name>
    <message>
        <source>Cut</source>
        <translation>切り抜き</translation>
    </message>
    <message>
        <source>Black bars</source>
        <translation>黒帯</translation>
    </message>
    <message>
        <source>Blurred bars</source>
        <translation>ぼかし帯</translation>
    </message>
    <message>
        <source>Fit into the video&apos;s shape</source>
        <translation>動画の縦横比に合わせる方法</translation>
    </message>
    <message>
        <source>What lies outside of the frame is cut off. Drag the frame to choose.</source>
        <translation>枠の外は切り落とされます。枠をドラッグして位置を選んでください。</translation>
    </message>
    <message>
        <source>Pictures of another shape are cut evenly at two sides.</source>
        <translation>縦横比の違う画像は、両側が均等に切り落とされます。</translation>
    </message>
    <message>
        <source>The picture stays whole, with black bars beside it.</source>
        <translation>画像全体を残し、余白を黒帯にします。</translation>
    </message>
    <message>
        <source>The picture stays whole, with itself beside it, large and blurred.</source>
        <translation>画像全体を残し、余白を拡大してぼかした同じ画像で埋めます。</translation>
    </message>
</context>
<context>
    <name>GapEditor</name>
    <message>
        <source>Prompt of this gap</source>
        <translation>この区間のプロンプト</translation>
    </message>
    <message>
        <source>as the board</source>
        <translation>ボードと同じ</translation>
    </message>
    <message>
        <source>Takes of this gap</source>
        <translation>この区間のテイク数</translation>
    </message>
    <message>
        <source>How it plays in the film; nothing is made anew for that.</source>
        <translation>映像での見せ方です。作り直しは不要です。</translation>
    </message>
    <message>
        <source>Hard cut</source>
        <translation>カットで切り替え</translation>
    </message>
    <message>
        <source>No video is made here; one still follows the other.</source>
        <translation>ここでは動画を作らず、静止画から次の静止画へ切り替わります。</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Crop to fit</source>
        <translation>収まるように切り抜く</translation>
    </message>
    <message>
        <source>Cut two sides of a copy of the still evenly, until it is no longer than the model takes.</source>
        <translation>静止画のコピーの両側を均等に切り、モデルが受け付ける縦横比に収めます。</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>合わせる</translation>
    </message>
    <message>
        <source>Crop and scale a copy of the start still to the size of the end still.</source>
        <translation>開始側の静止画のコピーを切り抜き・拡大縮小して、終了側のサイズに合わせます。</translation>
    </message>
    <message>
        <source>Crop and scale a copy of the end still to the size of the start still.</source>
        <translation>終了側の静止画のコピーを切り抜き・拡大縮小して、開始側のサイズに合わせます。</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>テイク数</translation>
    </message>
</context>
<context>
    <name>HappeningsDialog</name>
    <message>
        <source>What happened</source>
        <translation>これまでの出来事</translation>
    </message>
    <message>
        <source>Nothing has happened yet that was worth a message.</source>
        <translation>お知らせするような出来事はまだありません。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>一覧を空にする</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ImageTab</name>
    <message>
        <source>First frames</source>
        <translation>先頭フレーム</translation>
    </message>
    <message>
        <source>Each picture begins a video of its own.</source>
        <translation>画像1枚ごとに1本の動画になります。</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>先頭フレーム</translation>
    </message>
    <message>
        <source>The video begins with exactly this picture.</source>
        <translation>動画はこの画像から始まります。</translation>
    </message>
    <message>
        <source>The video begins with the part of this picture that is inside the frame.</source>
        <translation>動画はこの画像の枠内の部分から始まります。</translation>
    </message>
    <message>
        <source>The video begins with this picture and bars beside it.</source>
        <translation>動画はこの画像に帯を加えたものから始まります。</translation>
    </message>
    <message>
        <source>Drop a picture</source>
        <translation>画像をドロップ</translation>
    </message>
    <message>
        <source>or click to choose, or paste. Several make several videos.</source>
        <translation>クリックして選択、または貼り付けもできます。複数なら複数の動画になります。</translation>
    </message>
    <message>
        <source>What happens from here on? “She turns to the window and smiles.”</source>
        <translation>ここから何が起きますか？「彼女は窓のほうを向いて微笑む。」</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>Import videos</source>
        <translation>動画を読み込む</translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation>動画 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>すべてのファイル ({patterns})</translation>
    </message>
    <message>
        <source>Looking for videos…</source>
        <translation>動画を探しています…</translation>
    </message>
    <message>
        <source>Importing video {number} of {count}</source>
        <translation>動画を読み込んでいます（{number}／{count}）</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join</source>
        <translation>結合</translation>
    </message>
    <message>
        <source>They follow each other as the film plays.</source>
        <translation>映像の再生順につながります。</translation>
    </message>
    <message>
        <source>They follow each other by shot and take.</source>
        <translation>カットとテイクの順につながります。</translation>
    </message>
    <message>
        <source>They follow each other as they were made, the oldest first.</source>
        <translation>作った順に、古いものからつながります。</translation>
    </message>
    <message>
        <source>Join {count} videos into one</source>
        <translation>動画{count}本を1本に結合</translation>
    </message>
    <message>
        <source>In this order, at size and rate of the first. The videos themselves stay as they are.</source>
        <translation>この順で、サイズとフレームレートは1本目に合わせます。元の動画はそのまま残ります。</translation>
    </message>
    <message>
        <source>Drag one, or move it with Ctrl+Up and Ctrl+Down, to change that.</source>
        <translation>順序を変えるには、ドラッグするかCtrl+↑／Ctrl+↓で動かします。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation>順序を逆にする</translation>
    </message>
    <message>
        <source>Leave the doubled frame at each seam out</source>
        <translation>つなぎ目の重複フレームを省く</translation>
    </message>
    <message>
        <source>Where a video was continued from the last frame of the one before, that frame is in both.</source>
        <translation>前の動画の最終フレームから続けた動画では、そのフレームが両方に含まれています。</translation>
    </message>
    <message>
        <source>Match colours to their pictures, and at the seams</source>
        <translation>元の画像に色を合わせ、つなぎ目もそろえる</translation>
    </message>
    <message>
        <source>Where a video goes on from the one before, it begins with that one&apos;s colours.</source>
        <translation>前の動画から続く動画は、その色で始まります。</translation>
    </message>
    <message>
        <source>The videos&apos; own sound</source>
        <translation>各動画の音声</translation>
    </message>
    <message>
        <source>Videos of another shape</source>
        <translation>縦横比の違う動画</translation>
    </message>
    <message>
        <source>Show all of them, with black bars</source>
        <translation>全体を表示（黒帯あり）</translation>
    </message>
    <message>
        <source>Fill the picture, and cut off what sticks out</source>
        <translation>画面いっぱいに表示（はみ出しは切り落とし）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>保存先を選択…</translation>
    </message>
    <message>
        <source>Their shapes differ. All get that of the first, {width} × {height}; nothing is squeezed.</source>
        <translation>縦横比が異なります。すべて1本目の{width} × {height}に合わせます。引き伸ばしはしません。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>ビューアー</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>コンマ</translation>
    </message>
    <message>
        <source>full stop</source>
        <translation>ピリオド</translation>
    </message>
    <message>
        <source>generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>rehearse</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>choose pictures</source>
        <translation>画像を選択</translation>
    </message>
    <message>
        <source>earlier prompts</source>
        <translation>以前のプロンプト</translation>
    </message>
    <message>
        <source>presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>the shelf</source>
        <translation>素材棚</translation>
    </message>
    <message>
        <source>image to video</source>
        <translation>画像から動画</translation>
    </message>
    <message>
        <source>start and end frame</source>
        <translation>開始・終了フレーム</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>参照画像</translation>
    </message>
    <message>
        <source>the queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>the library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>take the last step back</source>
        <translation>最後の操作を元に戻す</translation>
    </message>
    <message>
        <source>do it again</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>copy: the frame, the selected videos or prompts, the text</source>
        <translation>コピー：フレーム、選択した動画やプロンプト、文字列</translation>
    </message>
    <message>
        <source>select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>search the library</source>
        <translation>ライブラリを検索</translation>
    </message>
    <message>
        <source>import videos</source>
        <translation>動画を読み込む</translation>
    </message>
    <message>
        <source>read answers to a review packet</source>
        <translation>レビュー一式への回答を読み込む</translation>
    </message>
    <message>
        <source>open the trash</source>
        <translation>ゴミ箱を開く</translation>
    </message>
    <message>
        <source>the chain board</source>
        <translation>絵コンテボード</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>this list of keys</source>
        <translation>このキー一覧</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>play and pause</source>
        <translation>再生と一時停止</translation>
    </message>
    <message>
        <source>backwards; again: twice as fast</source>
        <translation>逆再生。もう一度押すと倍速</translation>
    </message>
    <message>
        <source>stop; held: J and L go frame by frame</source>
        <translation>停止。押したままJとLでコマ送り</translation>
    </message>
    <message>
        <source>forwards; again: twice as fast</source>
        <translation>順再生。もう一度押すと倍速</translation>
    </message>
    <message>
        <source>slower, to 0.1 times</source>
        <translation>遅くする（0.1倍まで）</translation>
    </message>
    <message>
        <source>faster, to 4 times</source>
        <translation>速くする（4倍まで）</translation>
    </message>
    <message>
        <source>one frame left</source>
        <translation>1フレーム左へ</translation>
    </message>
    <message>
        <source>one frame right</source>
        <translation>1フレーム右へ</translation>
    </message>
    <message>
        <source>one frame left, on the stage</source>
        <translation>1フレーム左へ（ビューアー）</translation>
    </message>
    <message>
        <source>one frame right, on the stage</source>
        <translation>1フレーム右へ（ビューアー）</translation>
    </message>
    <message>
        <source>first frame, on the stage</source>
        <translation>先頭フレームへ（ビューアー）</translation>
    </message>
    <message>
        <source>last frame, on the stage</source>
        <translation>最終フレームへ（ビューアー）</translation>
    </message>
    <message>
        <source>a film&apos;s seam before</source>
        <translation>映像の前のつなぎ目</translation>
    </message>
    <message>
        <source>a film&apos;s next seam</source>
        <translation>映像の次のつなぎ目</translation>
    </message>
    <message>
        <source>in point: play from here</source>
        <translation>イン点：ここから再生</translation>
    </message>
    <message>
        <source>out point: play up to here</source>
        <translation>アウト点：ここまで再生</translation>
    </message>
    <message>
        <source>play the whole video again</source>
        <translation>再び動画全体を再生</translation>
    </message>
    <message>
        <source>go to a timecode or a frame number</source>
        <translation>タイムコードまたはフレーム番号へ移動</translation>
    </message>
    <message>
        <source>loop on and off</source>
        <translation>ループのオン／オフ</translation>
    </message>
    <message>
        <source>sound on and off</source>
        <translation>音声のオン／オフ</translation>
    </message>
    <message>
        <source>full screen; Escape comes back</source>
        <translation>全画面表示。Escで戻る</translation>
    </message>
    <message>
        <source>fit the window, or real pixels</source>
        <translation>ウィンドウに合わせる／等倍</translation>
    </message>
    <message>
        <source>matched colours, before and after</source>
        <translation>色合わせの前後を切り替え</translation>
    </message>
    <message>
        <source>save this frame</source>
        <translation>このフレームを保存</translation>
    </message>
    <message>
        <source>this frame as next picture</source>
        <translation>このフレームを次の画像に</translation>
    </message>
    <message>
        <source>this frame as next start frame</source>
        <translation>このフレームを次の開始フレームに</translation>
    </message>
    <message>
        <source>last frame as next picture</source>
        <translation>最終フレームを次の画像に</translation>
    </message>
    <message>
        <source>last frame as next start frame</source>
        <translation>最終フレームを次の開始フレームに</translation>
    </message>
    <message>
        <source>first frame onto the chain board</source>
        <translation>先頭フレームを絵コンテボードへ</translation>
    </message>
    <message>
        <source>last frame onto the chain board</source>
        <translation>最終フレームを絵コンテボードへ</translation>
    </message>
    <message>
        <source>last frame on the shelf</source>
        <translation>最終フレームを素材棚へ</translation>
    </message>
    <message>
        <source>play; the stage has the keyboard then</source>
        <translation>再生。以後キー操作はビューアーに移る</translation>
    </message>
    <message>
        <source>play the selected ones as one film</source>
        <translation>選択したものを1本の映像として再生</translation>
    </message>
    <message>
        <source>one star</source>
        <translation>星1つ</translation>
    </message>
    <message>
        <source>two stars</source>
        <translation>星2つ</translation>
    </message>
    <message>
        <source>three stars</source>
        <translation>星3つ</translation>
    </message>
    <message>
        <source>four stars</source>
        <translation>星4つ</translation>
    </message>
    <message>
        <source>five stars</source>
        <translation>星5つ</translation>
    </message>
    <message>
        <source>no rating</source>
        <translation>評価なし</translation>
    </message>
    <message>
        <source>mark with the star</source>
        <translation>スターを付ける</translation>
    </message>
    <message>
        <source>keep; again: not decided</source>
        <translation>キープ。もう一度で未判定</translation>
    </message>
    <message>
        <source>reject; again: not decided</source>
        <translation>ボツ。もう一度で未判定</translation>
    </message>
    <message>
        <source>the winner of its shot</source>
        <translation>カットの採用テイク</translation>
    </message>
    <message>
        <source>put into a shot, as takes</source>
        <translation>テイクとしてカットに入れる</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>rename the file</source>
        <translation>ファイル名を変更</translation>
    </message>
    <message>
        <source>details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>compare the selected ones, two at a time</source>
        <translation>選択したものを2本ずつ比較</translation>
    </message>
    <message>
        <source>compare with its pictures</source>
        <translation>元の画像と比較</translation>
    </message>
    <message>
        <source>export; on the stage from in to out point</source>
        <translation>書き出し。ビューアーではイン点からアウト点まで</translation>
    </message>
    <message>
        <source>join the selected ones into one video</source>
        <translation>選択したものを1本につなぐ</translation>
    </message>
    <message>
        <source>timeline for an editor</source>
        <translation>編集ソフト用タイムライン</translation>
    </message>
    <message>
        <source>contact sheet</source>
        <translation>コンタクトシート</translation>
    </message>
    <message>
        <source>review packet</source>
        <translation>レビュー一式</translation>
    </message>
    <message>
        <source>save as preset</source>
        <translation>プリセットとして保存</translation>
    </message>
    <message>
        <source>copy the prompt</source>
        <translation>プロンプトをコピー</translation>
    </message>
    <message>
        <source>show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>open in another player</source>
        <translation>ほかのプレーヤーで開く</translation>
    </message>
    <message>
        <source>find the missing file</source>
        <translation>見つからないファイルを探す</translation>
    </message>
    <message>
        <source>to the library&apos;s trash</source>
        <translation>ライブラリのゴミ箱へ</translation>
    </message>
    <message>
        <source>same again, but…: the settings of this video</source>
        <translation>設定を変えてもう一度：この動画の設定を使う</translation>
    </message>
    <message>
        <source>play, decide about a lost answer, or change a job that waits</source>
        <translation>再生、応答のない注文の判断、待機中のジョブの変更</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>same again, but…: the settings of this order</source>
        <translation>設定を変えてもう一度：この注文の設定を使う</translation>
    </message>
    <message>
        <source>cancel, or remove what has ended</source>
        <translation>取り消し、または終わったものを取り除く</translation>
    </message>
    <message>
        <source>what waits: one up</source>
        <translation>待機中のもの：1つ上へ</translation>
    </message>
    <message>
        <source>what waits: one down</source>
        <translation>待機中のもの：1つ下へ</translation>
    </message>
    <message>
        <source>what waits: to the top</source>
        <translation>待機中のもの：先頭へ</translation>
    </message>
    <message>
        <source>what waits: to the end</source>
        <translation>待機中のもの：最後へ</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>並べて表示</translation>
    </message>
    <message>
        <source>with a line that wipes</source>
        <translation>境界線でワイプ</translation>
    </message>
    <message>
        <source>as a difference</source>
        <translation>差分で表示</translation>
    </message>
    <message>
        <source>one over the other</source>
        <translation>重ねて表示</translation>
    </message>
    <message>
        <source>swap the sides</source>
        <translation>左右を入れ替え</translation>
    </message>
    <message>
        <source>A wins</source>
        <translation>Aを採用</translation>
    </message>
    <message>
        <source>B wins</source>
        <translation>Bを採用</translation>
    </message>
    <message>
        <source>the next take, in the loser&apos;s place</source>
        <translation>負けたほうの場所に次のテイク</translation>
    </message>
    <message>
        <source>keep A</source>
        <translation>Aをキープ</translation>
    </message>
    <message>
        <source>keep B</source>
        <translation>Bをキープ</translation>
    </message>
    <message>
        <source>reject A</source>
        <translation>Aをボツに</translation>
    </message>
    <message>
        <source>reject B</source>
        <translation>Bをボツに</translation>
    </message>
    <message>
        <source>mark A with the star</source>
        <translation>Aにスターを付ける</translation>
    </message>
    <message>
        <source>mark B with the star</source>
        <translation>Bにスターを付ける</translation>
    </message>
    <message>
        <source>the wipe&apos;s line to the left</source>
        <translation>ワイプの線を左へ</translation>
    </message>
    <message>
        <source>the wipe&apos;s line to the right</source>
        <translation>ワイプの線を右へ</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Your videos folder</source>
        <translation>動画フォルダー</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>ライブラリのフォルダー</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation>既定に戻す</translation>
    </message>
    <message>
        <source>New videos go there, as plain files. Those in the old folder stay where they are; move them yourself if you want them in the new one.</source>
        <translation>新しい動画は普通のファイルとしてここに入ります。以前のフォルダーの動画はそのままです。新しいフォルダーに移す場合は、ご自身で移動してください。</translation>
    </message>
    <message>
        <source>What was thrown away that long ago is deleted for good. Only what is in the trash.</source>
        <translation>捨ててからこの期間が過ぎたものは完全に削除されます。対象はゴミ箱の中だけです。</translation>
    </message>
    <message>
        <source>Empty the trash by itself</source>
        <translation>ゴミ箱を自動で空にする</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>計測しています…</translation>
    </message>
    <message>
        <source>Tidy now</source>
        <translation>今すぐ整理</translation>
    </message>
    <message>
        <source>Deletes covers and thumbnails, which are made anew where they are shown, and the copies of stills that no board, batch or job needs any more.</source>
        <translation>カバーとサムネイル（表示するときに作り直されます）と、どのボード、バッチ、ジョブも必要としない静止画のコピーを削除します。</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>ディスク使用量</translation>
    </message>
    <message>
        <source>Library: {size}</source>
        <translation>ライブラリ：{size}</translation>
    </message>
    <message>
        <source>Its trash: {size}</source>
        <translation>ゴミ箱：{size}</translation>
    </message>
    <message>
        <source>Copies of pictures that jobs need: {size}</source>
        <translation>ジョブに必要な画像のコピー：{size}</translation>
    </message>
    <message>
        <source>Covers and thumbnails: {size}</source>
        <translation>カバーとサムネール：{size}</translation>
    </message>
    <message>
        <source>Copies of stills that nothing needs any more: {size}</source>
        <translation>もう必要とされない静止画のコピー：{size}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>after 1 day</source>
        <translation>1日後</translation>
    </message>
    <message>
        <source>after {count} days</source>
        <translation>{count}日後</translation>
    </message>
    <message>
        <source>Choose the library folder</source>
        <translation>ライブラリのフォルダーを選択</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Import videos…</source>
        <translation>動画を読み込む…</translation>
    </message>
    <message>
        <source>Read the answers to a review packet…</source>
        <translation>レビュー一式への回答を読み込む…</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>ゴミ箱…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Show library folder</source>
        <translation>ライブラリのフォルダーを表示</translation>
    </message>
    <message>
        <source>No video matches</source>
        <translation>一致する動画はありません</translation>
    </message>
    <message>
        <source>Try fewer words or filters, or clear the search with Escape.</source>
        <translation>語や絞り込みを減らすか、Escで検索を解除してください。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>すべて表示</translation>
    </message>
</context>
<context>
    <name>LibraryQuery</name>
    <message>
        <source>Movement: auto</source>
        <translation>動き：自動</translation>
    </message>
    <message>
        <source>Small movement</source>
        <translation>動き：小</translation>
    </message>
    <message>
        <source>Medium movement</source>
        <translation>動き：中</translation>
    </message>
    <message>
        <source>Large movement</source>
        <translation>動き：大</translation>
    </message>
    <message>
        <source>Quick quality</source>
        <translation>速度優先</translation>
    </message>
    <message>
        <source>Best quality</source>
        <translation>品質優先</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>スター付き</translation>
    </message>
    <message>
        <source>{stars} or better</source>
        <translation>星{stars}以上</translation>
    </message>
    <message>
        <source>Rehearsals</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>Real videos</source>
        <translation>本番の動画</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>キープ</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>ボツ</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Not rejected</source>
        <translation>ボツ以外</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Project and shot</source>
        <translation>プロジェクトとカット</translation>
    </message>
    <message>
        <source>Colour shift</source>
        <translation>色のずれ</translation>
    </message>
    <message>
        <source>Likeness to the picture</source>
        <translation>画像への忠実さ</translation>
    </message>
    <message>
        <source>Frozen time</source>
        <translation>静止時間</translation>
    </message>
    <message>
        <source>Black frames</source>
        <translation>黒フレーム</translation>
    </message>
    <message>
        <source>Jump at the loop</source>
        <translation>ループのつなぎ目の跳び</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>ファイルサイズ</translation>
    </message>
</context>
<context>
    <name>LibraryViews</name>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
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
        <translation>{done} / {total} 完了 – {program}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Queue and library</source>
        <translation>キューとライブラリ</translation>
    </message>
</context>
<context>
    <name>ManyPictures</name>
    <message>
        <source>1 picture</source>
        <translation>画像1枚</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>画像{count}枚</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>すべて外す</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>No video is chosen</source>
        <translation>動画が選ばれていません</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>V&amp;ideo</source>
        <translation>動画(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>ライブラリ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find in the library</source>
        <translation>ライブラリ内を検索(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>キュー(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Import videos…</source>
        <translation>動画を読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>Read the &amp;answers to a review packet…</source>
        <translation>レビュー一式への回答を読み込む(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Trash…</source>
        <translation>ゴミ箱(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>Show library &amp;folder</source>
        <translation>ライブラリのフォルダーを表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Money…</source>
        <translation>費用(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;What happened…</source>
        <translation>これまでの出来事(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>バッチ(&amp;B)</translation>
    </message>
    <message>
        <source>From a &amp;sheet…</source>
        <translation>シートから(&amp;S)…</translation>
    </message>
    <message>
        <source>From a &amp;folder…</source>
        <translation>フォルダーから(&amp;F)…</translation>
    </message>
    <message>
        <source>From the &amp;clipboard…</source>
        <translation>クリップボードから(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Watched folders…</source>
        <translation>監視フォルダー(&amp;W)…</translation>
    </message>
    <message>
        <source>Chain &amp;board…</source>
        <translation>絵コンテボード(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>マニュアル(&amp;M)</translation>
    </message>
    <message>
        <source>Save a &amp;report…</source>
        <translation>レポートを保存(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;About Vidu Desktop</source>
        <translation>Vidu Desktopについて(&amp;A)</translation>
    </message>
</context>
<context>
    <name>MissingController</name>
    <message>
        <source>In which folder may the missing files be?</source>
        <translation>見つからないファイルがありそうなフォルダーを選んでください</translation>
    </message>
</context>
<context>
    <name>ModeTab</name>
    <message>
        <source>Add a picture to begin.</source>
        <translation>まず画像を追加してください。</translation>
    </message>
</context>
<context>
    <name>ModeTabs</name>
    <message>
        <source>What to make</source>
        <translation>作るものの種類</translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Image to video</source>
        <translation>画像から動画</translation>
    </message>
    <message>
        <source>&amp;Image to video</source>
        <translation>画像から動画(&amp;I)</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>先頭フレーム</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>ここに画像をドロップ</translation>
    </message>
    <message>
        <source>It becomes the first frame of a video. Write what should move, then rehearse for free.</source>
        <translation>その画像が動画の先頭フレームになります。どう動くかを書いて、無料でリハーサルしてください。</translation>
    </message>
    <message>
        <source>Start &amp; end frame</source>
        <translation>開始・終了フレーム</translation>
    </message>
    <message>
        <source>&amp;Start &amp;&amp; end frame</source>
        <translation>開始・終了フレーム(&amp;S)</translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation>開始フレーム</translation>
    </message>
    <message>
        <source>End frame</source>
        <translation>終了フレーム</translation>
    </message>
    <message>
        <source>Drop two pictures here</source>
        <translation>ここに画像を2枚ドロップ</translation>
    </message>
    <message>
        <source>A video goes from the first to the second. Write how, then rehearse for free.</source>
        <translation>1枚目から2枚目へ変化する動画になります。変化のしかたを書いて、無料でリハーサルしてください。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照画像</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>参照画像(&amp;R)</translation>
    </message>
    <message>
        <source>Reference {number}</source>
        <translation>参照画像{number}</translation>
    </message>
    <message>
        <source>Drop pictures here</source>
        <translation>ここに画像をドロップ</translation>
    </message>
    <message>
        <source>Who or what is in them appears in a video. Write what happens, then rehearse for free.</source>
        <translation>画像の人や物が動画に登場します。何が起きるかを書いて、無料でリハーサルしてください。</translation>
    </message>
</context>
<context>
    <name>MoneyController</name>
    <message>
        <source>Export as CSV</source>
        <translation>CSVに書き出し</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>シート</translation>
    </message>
</context>
<context>
    <name>MoneyDialog</name>
    <message>
        <source>Money</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSVに書き出し…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>今月</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>The service took the order.</source>
        <translation>サービスが受け付けた注文です。</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>課金不明</translation>
    </message>
    <message>
        <source>Sent, and the answer is unknown: perhaps charged.</source>
        <translation>送信したものの応答が不明で、課金された可能性があります。</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>損失扱い</translation>
    </message>
    <message>
        <source>Perhaps charged, and treated as lost.</source>
        <translation>課金された可能性があり、損失として扱ったものです。</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>Waits to be sent; it isn&apos;t spent yet.</source>
        <translation>送信待ちで、まだ支払われていません。</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>モデル別</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>日別</translation>
    </message>
    <message>
        <source>By project</source>
        <translation>プロジェクト別</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>バッチ別</translation>
    </message>
    <message>
        <source>By preset</source>
        <translation>プリセット別</translation>
    </message>
    <message>
        <source>By {option}</source>
        <translation>{option}別</translation>
    </message>
    <message>
        <source>What the sums are told apart by</source>
        <translation>合計の分け方</translation>
    </message>
    <message>
        <source>Nothing was charged in this time. Rehearsals are always free.</source>
        <translation>この期間に課金はありませんでした。リハーサルは常に無料です。</translation>
    </message>
    <message>
        <source>charged</source>
        <translation>課金</translation>
    </message>
    <message>
        <source>in the library</source>
        <translation>ライブラリ内</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>キープ</translation>
    </message>
    <message>
        <source>each that was kept</source>
        <translation>キープ単価</translation>
    </message>
    <message>
        <source>{count} more are in the sheet.</source>
        <translation>ほか{count}件はシートにあります。</translation>
    </message>
    <message>
        <source>without a project</source>
        <translation>プロジェクトなし</translation>
    </message>
    <message>
        <source>without a preset</source>
        <translation>プリセットなし</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>not of a batch</source>
        <translation>バッチ以外</translation>
    </message>
    <message>
        <source>Each video in the library has cost {price} on average.</source>
        <translation>ライブラリの動画1本あたりの平均費用は{price}です。</translation>
    </message>
    <message>
        <source>Set one…</source>
        <translation>予算を設定…</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>There is no budget: nothing stops the queue but an empty account.</source>
        <translation>予算は設定されていません。残高がなくなるまでキューは止まりません。</translation>
    </message>
    <message>
        <source>{left} left of your budget of {budget}</source>
        <translation>予算{budget}のうち残り{left}</translation>
    </message>
    <message>
        <source>Your budget of {budget} is used up. Nothing more is sent.</source>
        <translation>予算{budget}を使い切りました。これ以上は送信されません。</translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>Videos at once</source>
        <translation>同時に生成する本数</translation>
    </message>
    <message>
        <source>The most of each model. It begins with what a new account may run ({counts}), grows while the service takes more, and shrinks when the service refuses.</source>
        <translation>モデルごとの上限です。新しいアカウントで使える数（{counts}）から始まり、サービスが受け付けるあいだは増え、断られると減ります。</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>usual {price}</source>
        <translation>標準 {price}</translation>
    </message>
    <message>
        <source>In yuan, as BigModel charges you. Without a figure nothing is sent.</source>
        <translation>BigModel の実際の料金（人民元）です。未入力の間は何も送信されません。</translation>
    </message>
    <message>
        <source>Shown on the button and counted in your sums. Change them when the service changes its own.</source>
        <translation>ボタンに表示され、合計の計算に使われます。サービスの料金が変わったら変更してください。</translation>
    </message>
    <message>
        <source>Price of a video</source>
        <translation>動画1本の料金</translation>
    </message>
    <message>
        <source>Stop at a budget</source>
        <translation>予算で止める</translation>
    </message>
    <message>
        <source>Checked before each order. What is charged, and what may be, never goes beyond it. US dollars and yuan have a budget each: where only the other one is given, nothing is sent.</source>
        <translation>注文のたびに確認します。請求済みの額と請求されうる額がこれを超えることはありません。米ドルと人民元にはそれぞれ予算があり、もう一方だけ設定されている場合は何も送信しません。</translation>
    </message>
    <message>
        <source>{field}: this isn&apos;t an amount. Choose {door} under “Service” to change it.</source>
        <translation>{field}：金額ではありません。変更するには「サービス」で{door}を選んでください。</translation>
    </message>
    <message>
        <source>Budget in {currency}</source>
        <translation>予算（{currency}）</translation>
    </message>
    <message>
        <source>Price of {mode} in {currency}</source>
        <translation>{mode}の価格（{currency}）</translation>
    </message>
    <message>
        <source>The service says that it refuses a request id that it has seen (code 1231), so that nothing is paid twice. That was never proven. Off, you are asked each time; on, lost answers settle themselves.</source>
        <translation>サービスは、受信済みのリクエストIDを拒否する（コード1231）ため二重払いにはならない、としています。ただし実証はされていません。オフのときは毎回確認し、オンのときは応答のない注文を自動で解決します。</translation>
    </message>
    <message>
        <source>Send again by itself when an answer was lost</source>
        <translation>応答がなかったとき自動で再送信する</translation>
    </message>
</context>
<context>
    <name>MoreMenu</name>
    <message>
        <source>Play from here (in point)</source>
        <translation>ここから再生（イン点）</translation>
    </message>
    <message>
        <source>Play up to here (out point)</source>
        <translation>ここまで再生（アウト点）</translation>
    </message>
    <message>
        <source>Play the whole video</source>
        <translation>動画全体を再生</translation>
    </message>
    <message>
        <source>Save this frame…</source>
        <translation>このフレームを保存…</translation>
    </message>
    <message>
        <source>Copy this frame</source>
        <translation>このフレームをコピー</translation>
    </message>
    <message>
        <source>Matched colours, before and after</source>
        <translation>色合わせの前後を切り替え</translation>
    </message>
    <message>
        <source>This frame as next picture</source>
        <translation>このフレームを次の画像に</translation>
    </message>
    <message>
        <source>This frame as next start frame</source>
        <translation>このフレームを次の開始フレームに</translation>
    </message>
    <message>
        <source>Last frame as next picture</source>
        <translation>最終フレームを次の画像に</translation>
    </message>
    <message>
        <source>Last frame as next start frame</source>
        <translation>最終フレームを次の開始フレームに</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Open in another player</source>
        <translation>ほかのプレーヤーで開く</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>As the system says</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>None: straight to the service</source>
        <translation>なし：サービスに直接接続</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>次のプロキシ：</translation>
    </message>
    <message>
        <source>Orders, questions and videos all take this way, and never another one: while the proxy can&apos;t be used, paid work waits and says why.</source>
        <translation>注文、問い合わせ、動画の取得はすべてこの経路だけを通ります。プロキシが使えない間、有料の処理は待機し、その理由を表示します。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>プロキシのアドレス</translation>
    </message>
    <message>
        <source>Password of the proxy, typed hidden</source>
        <translation>プロキシのパスワード（入力は隠されます）</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>HTTP, or SOCKS 5 as socks5://…; a name before it as name@… The password is kept in the system&apos;s keyring, never in the settings file.</source>
        <translation>HTTP、またはsocks5://…の形のSOCKS 5。ユーザー名は名前@…の形で前に付けます。パスワードは設定ファイルではなく、システムのキーリングに保存されます。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Test the way to the service</source>
        <translation>サービスへの経路をテスト</translation>
    </message>
    <message>
        <source>Asks the service on the way that is chosen here: free, without your key, before anything is saved.</source>
        <translation>ここで選んだ経路でサービスに問い合わせます。無料で、キーは送らず、保存の前に行います。</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>動作確認</translation>
    </message>
    <message>
        <source>Kept in the keyring</source>
        <translation>キーリングに保存済み</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>サービスに問い合わせています…</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>What happened</source>
        <translation>これまでの出来事</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>了解</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Videos that were ordered at {host} wait: {reason}</source>
        <translation>{host}に注文した動画が待機しています：{reason}</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>今すぐ試す</translation>
    </message>
    <message>
        <source>The library&apos;s videos aren&apos;t there.</source>
        <translation>ライブラリの動画が見つかりません。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” isn&apos;t there. Connect its drive, and everything is back. Until then nothing more is sent; videos that are paid wait on this computer.</source>
        <translation>ライブラリのフォルダー「{path}」が見つかりません。ドライブを接続すると、すべて元に戻ります。それまで新しい送信は行われず、支払い済みの動画はこのコンピューターで待機します。</translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” is empty, and isn&apos;t the one that held the videos. Connect its drive, and everything is back. Until then nothing more is sent; videos that are paid wait on this computer. If the empty folder is right, use it.</source>
        <translation>ライブラリのフォルダー「{path}」は空で、動画が入っていたフォルダーではありません。ドライブを接続すると、すべて元に戻ります。それまで新しい送信は行われず、支払い済みの動画はこのコンピューターで待機します。空のフォルダーで正しい場合は、それを使ってください。</translation>
    </message>
    <message>
        <source>Use the empty folder</source>
        <translation>空のフォルダーを使う</translation>
    </message>
    <message>
        <source>“{computer}” is working on this library. You can look, search and play here; new videos wait on this computer until it has ended.</source>
        <translation>「{computer}」がこのライブラリで作業中です。ここでは閲覧、検索、再生ができます。新しい動画は、作業が終わるまでこのコンピューターで待機します。</translation>
    </message>
    <message>
        <source>The library&apos;s folder “{path}” can&apos;t be written to. New videos wait on this computer until it can, or until you choose another folder.</source>
        <translation>ライブラリのフォルダー「{path}」に書き込めません。書き込めるようになるか、別のフォルダーを選ぶまで、新しい動画はこのコンピューターで待機します。</translation>
    </message>
    <message>
        <source>“{computer}” is working on this library.</source>
        <translation>「{computer}」がこのライブラリで作業中です。</translation>
    </message>
    <message>
        <source>The library&apos;s folder can&apos;t be written to.</source>
        <translation>ライブラリのフォルダーに書き込めません。</translation>
    </message>
    <message>
        <source>The service says: “{words}”</source>
        <translation>サービスからのメッセージ：「{words}」</translation>
    </message>
</context>
<context>
    <name>OpenedFiles</name>
    <message>
        <source>Import videos</source>
        <translation>動画を読み込む</translation>
    </message>
    <message>
        <source>The library gets a copy; nothing is moved.</source>
        <translation>ライブラリにコピーを入れます。元のファイルは移動しません。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>読み込む</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>動き</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>縦横比</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音楽</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
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
        <translation>速度優先</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>品質優先</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>{rate} fps</source>
        <translation>{rate} fps</translation>
    </message>
    <message>
        <source>Background music</source>
        <translation>BGM</translation>
    </message>
    <message>
        <source>Let the service add background music</source>
        <translation>サービスにBGMを付けてもらう</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属</translation>
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
        <translation>1フレーム左へ</translation>
    </message>
    <message>
        <source>One frame right</source>
        <translation>1フレーム右へ</translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation>再生と一時停止</translation>
    </message>
    <message>
        <source>Position in frames</source>
        <translation>フレーム位置</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>During so many frames it comes in over the video before; 0 for a plain cut.</source>
        <translation>このフレーム数をかけて前の動画に重なりながら入ります。0は通常のカットです。</translation>
    </message>
    <message>
        <source>Frames left out at its beginning</source>
        <translation>先頭で省くフレーム</translation>
    </message>
    <message>
        <source>Frames left out at its end</source>
        <translation>末尾で省くフレーム</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Cross-fade, in frames</source>
        <translation>クロスフェード（フレーム数）</translation>
    </message>
    <message>
        <source>at its end</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>Cross-fade</source>
        <translation>クロスフェード</translation>
    </message>
    <message>
        <source>cross-fade {frames}</source>
        <translation>クロスフェード{frames}</translation>
    </message>
</context>
<context>
    <name>PictureChooser</name>
    <message>
        <source>Choose pictures</source>
        <translation>画像を選択</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>画像を選択</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>画像 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>すべてのファイル ({patterns})</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation>別の画像を選択…</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>左へ移動</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右へ移動</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
</context>
<context>
    <name>PictureIntake</name>
    <message>
        <source>Fetching the picture from {host}…</source>
        <translation>{host}から画像を取得しています…</translation>
    </message>
    <message>
        <source>There are no pictures in that folder, or it can&apos;t be read.</source>
        <translation>そのフォルダーには画像がないか、読み取れません。</translation>
    </message>
</context>
<context>
    <name>PictureWell</name>
    <message>
        <source>needs a change</source>
        <translation>要修正</translation>
    </message>
    <message>
        <source>looking at it…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Drop it here</source>
        <translation>ここにドロップ</translation>
    </message>
    <message>
        <source>working on it…</source>
        <translation>処理しています…</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>画像を外す</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>外す（Delete）</translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation>別の画像を選択…</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>画像を選択…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>左へ移動</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右へ移動</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Shot</source>
        <translation>カット</translation>
    </message>
    <message>
        <source>Videos of a shot stand together in the library as its takes: S010_T001, S010_T002 …</source>
        <translation>同じカットの動画は、ライブラリでテイクとして並びます：S010_T001、S010_T002…</translation>
    </message>
</context>
<context>
    <name>PlayerPane</name>
    <message>
        <source>Player</source>
        <translation>プレーヤー</translation>
    </message>
</context>
<context>
    <name>PresetController</name>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Presets ({patterns})</source>
        <translation>プリセット ({patterns})</translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation>プリセットを書き出す</translation>
    </message>
    <message>
        <source>Import presets</source>
        <translation>プリセットを読み込む</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>すべてのファイル ({patterns})</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Save as preset…</source>
        <translation>プリセットとして保存…</translation>
    </message>
    <message>
        <source>All presets…</source>
        <translation>すべてのプリセット…</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Begin with it where its tab is empty</source>
        <translation>タブが空のときはこれで始める</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込み…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>For</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>起動時</translation>
    </message>
    <message>
        <source>They lie in the library and move with it.</source>
        <translation>ライブラリに保存され、ライブラリと一緒に移動します。</translation>
    </message>
    <message>
        <source>None yet. Save what is in a tab, or a video&apos;s settings from its menu.</source>
        <translation>まだありません。タブの内容を保存するか、動画のメニューからその設定を保存してください。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Really delete {count}?</source>
        <translation>{count}件を本当に削除しますか？</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>別のものを選択…</translation>
    </message>
    <message>
        <source>Match the start frame</source>
        <translation>開始フレームに合わせる</translation>
    </message>
    <message>
        <source>Shorten it</source>
        <translation>短くする</translation>
    </message>
    <message>
        <source>Keep the first {most}</source>
        <translation>最初の{most}枚を残す</translation>
    </message>
    <message>
        <source>Add the pictures</source>
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Leave these {count} out</source>
        <translation>この{count}枚を除く</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>これを除く</translation>
    </message>
    <message>
        <source>Crop to {ratio}</source>
        <translation>{ratio}に切り抜く</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Say on the desktop when it is done</source>
        <translation>完了をデスクトップで通知</translation>
    </message>
    <message>
        <source>When the last video is finished, one fails, an answer is lost or the budget is used; only while another program is in front.</source>
        <translation>最後の動画が完成したとき、失敗したとき、応答がなかったとき、予算を使い切ったときに通知します。ほかのプログラムが前面にあるときだけです。</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>音を鳴らす</translation>
    </message>
    <message>
        <source>The desktop&apos;s own, as it is set there.</source>
        <translation>デスクトップの設定どおりの音です。</translation>
    </message>
    <message>
        <source>No service for notifications answers here.</source>
        <translation>通知サービスが応答しません。</translation>
    </message>
    <message>
        <source>The desktop&apos;s notifications make no sounds here.</source>
        <translation>このデスクトップの通知では音が鳴りません。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
</context>
<context>
    <name>PromptEdit</name>
    <message>
        <source>Sent as: {text}</source>
        <translation>送信内容：{text}</translation>
    </message>
    <message>
        <source>{count} of {most} characters</source>
        <translation>{most}文字中{count}文字</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Earlier prompts</source>
        <translation>以前のプロンプト</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Characters and products on the shelf</source>
        <translation>素材棚のキャラクターと商品</translation>
    </message>
</context>
<context>
    <name>PromptHistoryDialog</name>
    <message>
        <source>Earlier prompts</source>
        <translation>以前のプロンプト</translation>
    </message>
    <message>
        <source>Search the earlier prompts</source>
        <translation>以前のプロンプトを検索</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用回数</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最終使用</translation>
    </message>
    <message>
        <source>{count} ×</source>
        <translation>{count}回</translation>
    </message>
    <message>
        <source>No prompt has all of these words.</source>
        <translation>すべての語を含むプロンプトはありません。</translation>
    </message>
    <message>
        <source>Prompts of your videos and of what is in the queue will stand here.</source>
        <translation>動画とキューのプロンプトがここに並びます。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>ドライブ</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>場所(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>ファイルの種類(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
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
        <translation>実行中</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>取り下げ</translation>
    </message>
</context>
<context>
    <name>QueueHeader</name>
    <message>
        <source>{count} running</source>
        <translation>実行中 {count}</translation>
    </message>
    <message>
        <source>{count} in line</source>
        <translation>順番待ち {count}</translation>
    </message>
    <message>
        <source>{count} more of batches</source>
        <translation>バッチの残り{count}本</translation>
    </message>
    <message>
        <source>{count} without an answer</source>
        <translation>応答なし {count}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>失敗 {count}</translation>
    </message>
    <message>
        <source>{count} finished</source>
        <translation>完了 {count}</translation>
    </message>
    <message>
        <source>{count} taken off</source>
        <translation>取り下げ {count}</translation>
    </message>
    <message>
        <source>At risk {money}</source>
        <translation>課金不明 {money}</translation>
    </message>
    <message>
        <source>{count} undecided</source>
        <translation>要判断 {count}</translation>
    </message>
    <message>
        <source>Show only what was sent without an answer</source>
        <translation>送信後に応答がなかったものだけを表示</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>失敗をすべて再試行</translation>
    </message>
    <message>
        <source>Order everything that failed again, for {price}</source>
        <translation>失敗したものをすべて{price}で注文し直す</translation>
    </message>
    <message>
        <source>Retry everything that failed</source>
        <translation>失敗したものをすべて再試行</translation>
    </message>
    <message>
        <source>Clear finished and taken off</source>
        <translation>完了と取り下げを消去</translation>
    </message>
    <message>
        <source>Resume sending</source>
        <translation>送信を再開</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>送信を一時停止</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>すべて再試行</translation>
    </message>
    <message>
        <source>Retry all · {price}</source>
        <translation>すべて再試行 · {price}</translation>
    </message>
    <message>
        <source>{money} spent this month</source>
        <translation>今月の支出{money}</translation>
    </message>
    <message>
        <source>Spent, at risk and planned, and the budget</source>
        <translation>支出、課金不明、予定の額と予算</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Resume sending</source>
        <translation>送信を再開</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>送信を一時停止</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Retry all failed</source>
        <translation>失敗をすべて再試行</translation>
    </message>
    <message>
        <source>Retry all failed · {price}</source>
        <translation>失敗をすべて再試行 · {price}</translation>
    </message>
    <message>
        <source>Clear finished and taken off</source>
        <translation>完了と取り下げを消去</translation>
    </message>
    <message>
        <source>Only {count} of {all} shown: {kind}.</source>
        <translation>{all}件中{count}件のみ表示：{kind}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>Paused. Nothing is sent until you resume.</source>
        <translation>一時停止中です。再開するまで何も送信されません。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Nothing in the queue</source>
        <translation>キューは空です</translation>
    </message>
    <message>
        <source>What you generate or rehearse shows here, from the click to the finished video.</source>
        <translation>生成やリハーサルをすると、クリックしてから動画が完成するまでがここに表示されます。</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>{state}, ordered again</source>
        <translation>{state}、再注文済み</translation>
    </message>
    <message>
        <source>free</source>
        <translation>無料</translation>
    </message>
    <message>
        <source>No prompt</source>
        <translation>プロンプトなし</translation>
    </message>
    <message>
        <source>Blocked by policy</source>
        <translation>ポリシーにより拒否</translation>
    </message>
    <message>
        <source>Waits its turn</source>
        <translation>順番を待っています</translation>
    </message>
    <message>
        <source>Rendering here</source>
        <translation>このコンピューターで描画中</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Given up, charged</source>
        <translation>断念（課金済み）</translation>
    </message>
    <message>
        <source>Treated as lost</source>
        <translation>損失扱い</translation>
    </message>
    <message>
        <source>Charged, task id lost</source>
        <translation>課金済み、タスクID不明</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>{sentence} The service says: “{words}”</source>
        <translation>{sentence}サービスからのメッセージ：「{words}」</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether it was charged; we&apos;re checking.</source>
        <translation>課金されたかどうかはまだ分かりません。確認しています。</translation>
    </message>
    <message>
        <source>The video was gone before it could be fetched. Retry asks the service once more; it&apos;s free.</source>
        <translation>取得する前に動画がなくなりました。「再試行」でサービスにもう一度問い合わせます。無料です。</translation>
    </message>
    <message>
        <source>{sentence} It was charged {price} when it was accepted.</source>
        <translation>{sentence}受け付け時に{price}が課金されました。</translation>
    </message>
    <message>
        <source>The service gave no reason.</source>
        <translation>サービスは理由を示しませんでした。</translation>
    </message>
    <message>
        <source>perhaps charged {price}</source>
        <translation>{price}課金の可能性</translation>
    </message>
    <message>
        <source>charged {price}</source>
        <translation>{price}課金済み</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>課金なし</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>its day is over, still trying</source>
        <translation>保存期限の1日が過ぎましたが、まだ試しています</translation>
    </message>
    <message>
        <source>{minutes} min left to fetch it</source>
        <translation>取得期限まであと{minutes}分</translation>
    </message>
    <message>
        <source>{hours} h left to fetch it</source>
        <translation>取得期限まであと{hours}時間</translation>
    </message>
    <message>
        <source>{percent} % · {elapsed}</source>
        <translation>{percent}%・{elapsed}</translation>
    </message>
    <message>
        <source>{elapsed}, longer than usual</source>
        <translation>{elapsed}経過。いつもより長くかかっています</translation>
    </message>
    <message>
        <source>{elapsed} of about {expected}</source>
        <translation>{elapsed}／約{expected}</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>判断…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Same again, but…</source>
        <translation>設定を変えてもう一度…</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Last frame as next picture</source>
        <translation>最終フレームを次の画像に</translation>
    </message>
    <message>
        <source>Last frame as next start frame</source>
        <translation>最終フレームを次の開始フレームに</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>キューから取り除く</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Stop waiting…</source>
        <translation>待つのをやめる…</translation>
    </message>
    <message>
        <source>Show the other order of this video; nothing is ordered</source>
        <translation>この動画のもう一方の注文を表示（注文はしません）</translation>
    </message>
    <message>
        <source>Put it into its tab to change it; nothing is ordered yet</source>
        <translation>タブに入れて変更します。まだ何も注文しません</translation>
    </message>
    <message>
        <source>Order it again, for {price}</source>
        <translation>{price}で注文し直す</translation>
    </message>
    <message>
        <source>Ask for it again; nothing more is charged</source>
        <translation>もう一度受け取りを試みる（追加の課金はありません）</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Copy the task number</source>
        <translation>タスク番号をコピー</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>プロンプトをコピー</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>先頭へ</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>最後へ</translation>
    </message>
</context>
<context>
    <name>ReferenceTab</name>
    <message>
        <source>{count} pictures came; the first {kept} by name are here.</source>
        <translation>画像が{count}枚届きました。名前順で最初の{kept}枚がここに入っています。</translation>
    </message>
    <message>
        <source>There is no room for more pictures. Take one out first.</source>
        <translation>これ以上画像は入りません。先に1枚外してください。</translation>
    </message>
    <message>
        <source>Subject {number}</source>
        <translation>被写体{number}</translation>
    </message>
    <message>
        <source>Drop, paste or click</source>
        <translation>ドロップ、貼り付け、またはクリック</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>被写体</translation>
    </message>
    <message>
        <source>Up to {most} pictures of who or what appears; together they make one video.</source>
        <translation>登場する人や物の画像（最大{most}枚）。全部で1本の動画になります。</translation>
    </message>
    <message>
        <source>What do they do? “The fox walks along the beach at dusk.”</source>
        <translation>何をしますか？「キツネが夕暮れの浜辺を歩く。」</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Rename the file</source>
        <translation>ファイル名を変更</translation>
    </message>
    <message>
        <source>Its record goes with it. Characters that some systems refuse are left out.</source>
        <translation>記録ファイルの名前も一緒に変わります。システムによって使えない文字は省かれます。</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ReportController</name>
    <message>
        <source>Save a report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>“{name}” is saved. Read it before you send it; it is plain text.</source>
        <translation>「{name}」を保存しました。送る前に内容を確認してください。中身は普通のテキストです。</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>The answers file that came back from a review packet</source>
        <translation>レビュー一式から戻ってきた回答ファイル</translation>
    </message>
    <message>
        <source>Answers ({patterns})</source>
        <translation>回答 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>すべてのファイル ({patterns})</translation>
    </message>
</context>
<context>
    <name>SavePresetDialog</name>
    <message>
        <source>Save as preset</source>
        <translation>プリセットとして保存</translation>
    </message>
    <message>
        <source>Save prompt and settings under a name</source>
        <translation>プロンプトと設定に名前を付けて保存</translation>
    </message>
    <message>
        <source>Presets lie in the library and move with it. Pictures and shot stay out of them.</source>
        <translation>プリセットはライブラリに保存され、ライブラリと一緒に移動します。画像とカットは含まれません。</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>プリセット名</translation>
    </message>
    <message>
        <source>Begin with it where “{tab}” is empty</source>
        <translation>「{tab}」が空のときはこれで始める</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>There is a preset of that name. It is replaced.</source>
        <translation>同じ名前のプリセットがあります。置き換えられます。</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>置き換える</translation>
    </message>
</context>
<context>
    <name>SeamMarks</name>
    <message>
        <source>Seam {number} of {count}</source>
        <translation>つなぎ目{number}／{count}</translation>
    </message>
    <message>
        <source>cross-fade, in frames: {fade}.</source>
        <translation>クロスフェード（{fade}フレーム）。</translation>
    </message>
    <message>
        <source>beside stills that stand in for a video.</source>
        <translation>動画の代わりの静止画の隣です。</translation>
    </message>
    <message>
        <source>hard cut.</source>
        <translation>カットで切り替え。</translation>
    </message>
    <message>
        <source>not looked at yet.</source>
        <translation>まだ確認していません。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search the library by prompt, name, tag and note</source>
        <translation>プロンプト、名前、タグ、メモでライブラリを検索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索を解除</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>Paste a new key</source>
        <translation>新しいキーを貼り付け</translation>
    </message>
    <message>
        <source>Paste your key</source>
        <translation>キーを貼り付け</translation>
    </message>
    <message>
        <source>Test key</source>
        <translation>キーをテスト</translation>
    </message>
    <message>
        <source>Your account is at</source>
        <translation>アカウントの提供元</translation>
    </message>
    <message>
        <source>Both offer the same models. Each has an account, a key and prices of its own, and what was ordered at one stays there.</source>
        <translation>どちらも同じモデルを提供しています。アカウント、キー、料金は別々で、一方で注文したものはそちらに残ります。</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>キーを破棄</translation>
    </message>
    <message>
        <source>Key, typed hidden</source>
        <translation>キー（入力は隠されます）</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>There is no key for {door} yet. Rehearsals work without one; generating needs it.</source>
        <translation>{door}のキーがまだありません。リハーサルはキーなしでできますが、生成には必要です。</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>別のアドレス</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>サービスのアドレス</translation>
    </message>
    <message>
        <source>Where orders and your key are sent.</source>
        <translation>注文とキーの送信先です。</translation>
    </message>
    <message>
        <source>ZAI_BASE_URL is set where the program was started, and holds before what is set here.</source>
        <translation>プログラムの起動元でZAI_BASE_URLが設定されており、ここでの設定より優先されます。</translation>
    </message>
    <message>
        <source>The one in {variable}</source>
        <translation>{variable}のキーを使用</translation>
    </message>
    <message>
        <source>Save the new address first</source>
        <translation>先に新しいアドレスを保存してください</translation>
    </message>
    <message>
        <source>Asking the service…</source>
        <translation>サービスに問い合わせています…</translation>
    </message>
    <message>
        <source>The key is forgotten. Paid work waits until there is another one.</source>
        <translation>キーを破棄しました。新しいキーが設定されるまで、有料の処理は待機します。</translation>
    </message>
    <message>
        <source>{variable} is set where the program was started, and holds before any key that is kept here. To use another key, change it there or take it away, then start the program again.</source>
        <translation>プログラムの起動元で{variable}が設定されており、ここに保存したキーより優先されます。別のキーを使うには、そこで変更するか取り除いてから、プログラムを起動し直してください。</translation>
    </message>
    <message>
        <source>A key is kept in the system&apos;s keyring.</source>
        <translation>キーはシステムのキーリングに保存されています。</translation>
    </message>
    <message>
        <source>A key is known until the program ends.</source>
        <translation>キーはプログラムの終了まで保持されます。</translation>
    </message>
    <message>
        <source>A key is kept in an unencrypted file.</source>
        <translation>キーは暗号化されていないファイルに保存されています。</translation>
    </message>
    <message>
        <source>There is no key for this address yet. Rehearsals work without one; generating needs it.</source>
        <translation>このアドレスのキーがまだありません。リハーサルはキーなしでできますが、生成には必要です。</translation>
    </message>
    <message>
        <source>Keep it in the system&apos;s keyring</source>
        <translation>システムのキーリングに保存</translation>
    </message>
    <message>
        <source>Use it for this session only</source>
        <translation>このセッションだけで使う</translation>
    </message>
    <message>
        <source>Keep it in an unencrypted file that only you can read</source>
        <translation>自分だけが読める、暗号化されていないファイルに保存</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>This computer has no keyring that keeps secrets.</source>
        <translation>このコンピューターには、秘密を保管できるキーリングがありません。</translation>
    </message>
    <message>
        <source>The new library folder is used from the next start. Videos that exist stay where they are.</source>
        <translation>新しいライブラリのフォルダーは次回の起動から使われます。既存の動画はそのままの場所に残ります。</translation>
    </message>
    <message>
        <source>The service takes this key. The test was free.</source>
        <translation>サービスはこのキーを受け付けました。テストは無料です。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring didn&apos;t take the proxy&apos;s password: it is known until the program ends. After the next start paid work waits until you type it again.</source>
        <translation>システムのキーリングがプロキシのパスワードを受け付けませんでした。プログラムの終了までは保持されます。次回の起動後は、もう一度入力するまで有料の処理が待機します。</translation>
    </message>
    <message>
        <source>The service asks us to slow down.</source>
        <translation>サービスから、頻度を下げるよう求められています。</translation>
    </message>
    <message>
        <source>The service didn&apos;t give a usable answer ({code}).</source>
        <translation>サービスから使える応答がありませんでした（{code}）。</translation>
    </message>
    <message>
        <source>Nobody could tell whether the key is good. {why} Then test it again.</source>
        <translation>キーが有効かどうか確認できませんでした。{why}その後、もう一度テストしてください。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Work and money</source>
        <translation>処理と費用</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A field on the page “{page}” is missing or wrong.</source>
        <translation>ページ「{page}」に、未入力か正しくない欄があります。</translation>
    </message>
</context>
<context>
    <name>ShelfController</name>
    <message>
        <source>Shelf</source>
        <translation>素材棚</translation>
    </message>
    <message>
        <source>Export from the shelf</source>
        <translation>素材棚から書き出す</translation>
    </message>
    <message>
        <source>Shelf ({patterns})</source>
        <translation>素材棚 ({patterns})</translation>
    </message>
    <message>
        <source>Import to the shelf</source>
        <translation>素材棚に読み込む</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>すべてのファイル ({patterns})</translation>
    </message>
</context>
<context>
    <name>ShelfDialog</name>
    <message>
        <source>Shelf</source>
        <translation>素材棚</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込み…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Kept videos</source>
        <translation>キープした動画</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Characters and products</source>
        <translation>キャラクターと商品</translation>
    </message>
    <message>
        <source>Drag one to the window, or write @ and the name in a prompt: pictures and text come along.</source>
        <translation>ウィンドウにドラッグするか、プロンプトに@と名前を書くと、画像と説明が入ります。</translation>
    </message>
    <message>
        <source>Characters and products that stay the same from video to video: a name, one to three pictures, a line of text. They lie in the library and move with it.</source>
        <translation>どの動画でも同じ姿で登場するキャラクターや商品です。名前、1～3枚の画像、1行の説明からなります。ライブラリに保存され、ライブラリと一緒に移動します。</translation>
    </message>
</context>
<context>
    <name>ShelfItemDialog</name>
    <message>
        <source>Put on the shelf</source>
        <translation>素材棚に入れる</translation>
    </message>
    <message>
        <source>Change on the shelf</source>
        <translation>素材棚の内容を変更</translation>
    </message>
    <message>
        <source>Mei</source>
        <translation>メイ</translation>
    </message>
    <message>
        <source>a girl in a yellow raincoat</source>
        <translation>黄色いレインコートの女の子</translation>
    </message>
    <message>
        <source>Name, written as @name in a prompt</source>
        <translation>名前（プロンプトでは @名前 と書きます）</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>What a prompt says of it the first time; may be empty</source>
        <translation>プロンプトに最初に出るときの説明（空でも可）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>画像{number}</translation>
    </message>
    <message>
        <source>Drop or click</source>
        <translation>ドロップまたはクリック</translation>
    </message>
</context>
<context>
    <name>ShelfMenu</name>
    <message>
        <source>Put these pictures on the shelf…</source>
        <translation>これらの画像を素材棚へ…</translation>
    </message>
    <message>
        <source>The whole shelf…</source>
        <translation>素材棚をすべて表示…</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Search by what it does, or by its key</source>
        <translation>機能またはキーで検索</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>The usual key</source>
        <translation>既定のキー</translation>
    </message>
    <message>
        <source>All keys as usual</source>
        <translation>すべて既定のキーに戻す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Choose a line to give it another key.</source>
        <translation>キーを変える行を選んでください。</translation>
    </message>
    <message>
        <source>{key} is the key of {commands}, which loses it then.</source>
        <translation>{key}は{commands}のキーです。設定すると、このキーは外れます。</translation>
    </message>
    <message>
        <source>{key} is the key of {commands}, which lose it then.</source>
        <translation>{key}は{commands}のキーです。設定すると、どちらからもこのキーが外れます。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Usual key of “{command}”: {key}</source>
        <translation>「{command}」の既定のキー：{key}</translation>
    </message>
    <message>
        <source>Escape always leaves: a full screen, a search, a dialog.</source>
        <translation>Escはいつでも、全画面、検索、ダイアログから抜けるキーです。</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key}は使われていません。</translation>
    </message>
</context>
<context>
    <name>ShotDialog</name>
    <message>
        <source>Put into a shot</source>
        <translation>カットに入れる</translation>
    </message>
    <message>
        <source>Which shot does this video belong to?</source>
        <translation>この動画はどのカットのものですか？</translation>
    </message>
    <message>
        <source>Which shot do these {count} videos belong to?</source>
        <translation>これらの動画{count}本はどのカットのものですか？</translation>
    </message>
    <message>
        <source>Takes of a shot stand together and are numbered on. Leave both fields empty to take them out.</source>
        <translation>同じカットのテイクは並べて表示され、続きの番号が付きます。カットから出すには、両方の欄を空にしてください。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Put there</source>
        <translation>カットに入れる</translation>
    </message>
</context>
<context>
    <name>SlotsModel</name>
    <message>
        <source>needs a change</source>
        <translation>要修正</translation>
    </message>
</context>
<context>
    <name>SoundField</name>
    <message>
        <source>Choose the sound beneath the film</source>
        <translation>映像に付ける音声を選択</translation>
    </message>
    <message>
        <source>Sound ({patterns})</source>
        <translation>音声 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>すべてのファイル ({patterns})</translation>
    </message>
    <message>
        <source>Sound beneath…</source>
        <translation>映像の音声…</translation>
    </message>
    <message>
        <source>Sound beneath the film, in the place of the videos&apos; own</source>
        <translation>映像に付ける音声（各動画の音声の代わり）</translation>
    </message>
    <message>
        <source>Take the sound away</source>
        <translation>この音声を外す</translation>
    </message>
</context>
<context>
    <name>SpokenJobs</name>
    <message>
        <source>Finished: {video}</source>
        <translation>完了：{video}</translation>
    </message>
    <message>
        <source>Failed: {video}. {why}</source>
        <translation>失敗：{video}。{why}</translation>
    </message>
    <message>
        <source>Failed: {video}. The queue says why.</source>
        <translation>失敗：{video}。理由はキューにあります。</translation>
    </message>
    <message>
        <source>No answer, perhaps charged: {video}. Decide about it in the queue.</source>
        <translation>応答なし、課金の可能性あり：{video}。キューで判断してください。</translation>
    </message>
</context>
<context>
    <name>StageController</name>
    <message>
        <source>This frame</source>
        <translation>このフレーム</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Rating (keys 0 to 5 in the library)</source>
        <translation>評価（ライブラリでは0～5のキー）</translation>
    </message>
</context>
<context>
    <name>StartEndTab</name>
    <message>
        <source>First and last frame</source>
        <translation>開始・終了フレーム</translation>
    </message>
    <message>
        <source>Two dropped together fill both, in the order of their names. More make several shots.</source>
        <translation>2枚を一緒にドロップすると、名前順で両方に入ります。それより多いと複数のカットになります。</translation>
    </message>
    <message>
        <source>Keyframes</source>
        <translation>キーフレーム</translation>
    </message>
    <message>
        <source>Each shot ends with the picture that the next one begins with.</source>
        <translation>各カットは、次のカットの最初の画像で終わります。</translation>
    </message>
    <message>
        <source>Each two make a shot. The last picture has no partner and stays out.</source>
        <translation>2枚ずつで1カットになります。最後の1枚は相手がないため使われません。</translation>
    </message>
    <message>
        <source>Each two make a shot.</source>
        <translation>2枚ずつで1カットになります。</translation>
    </message>
    <message>
        <source>The others stay out.</source>
        <translation>残りは使われません。</translation>
    </message>
    <message>
        <source>They are called {first} to {last}.</source>
        <translation>カット名は{first}から{last}までになります。</translation>
    </message>
    <message>
        <source>Add the end frame.</source>
        <translation>終了フレームを追加してください。</translation>
    </message>
    <message>
        <source>Add the start frame.</source>
        <translation>開始フレームを追加してください。</translation>
    </message>
    <message>
        <source>Add a start and an end frame to begin.</source>
        <translation>まず開始フレームと終了フレームを追加してください。</translation>
    </message>
    <message>
        <source>Drop, paste or click</source>
        <translation>ドロップ、貼り付け、またはクリック</translation>
    </message>
    <message>
        <source>Start frame</source>
        <translation>開始フレーム</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>End frame</source>
        <translation>終了フレーム</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>How does one become the other? “The flower opens in morning light.”</source>
        <translation>どのように変化しますか？「朝の光の中で花が開く。」</translation>
    </message>
    <message>
        <source>Swap start and end</source>
        <translation>開始と終了を入れ替え</translation>
    </message>
</context>
<context>
    <name>TileDelegate</name>
    <message>
        <source>File missing</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>リハーサル</translation>
    </message>
</context>
<context>
    <name>TimecodeField</name>
    <message>
        <source>Timecode</source>
        <translation>タイムコード</translation>
    </message>
    <message>
        <source>Type a timecode, a frame number, or +12 and -12, then Return</source>
        <translation>タイムコード、フレーム番号、または+12や-12を入力してEnterを押します</translation>
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
        <translation>{count}フレーム中{number}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>ミュート</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>音声デバイスがありません</translation>
    </message>
    <message>
        <source>This video has no sound</source>
        <translation>この動画に音声はありません</translation>
    </message>
    <message>
        <source>Position in frames</source>
        <translation>フレーム位置</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>先頭フレーム</translation>
    </message>
    <message>
        <source>One frame left</source>
        <translation>1フレーム左へ</translation>
    </message>
    <message>
        <source>One frame right</source>
        <translation>1フレーム右へ</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最終フレーム</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>Actual pixels</source>
        <translation>等倍表示</translation>
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
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
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
        <translation>動画1本をゴミ箱に移動しました。</translation>
    </message>
    <message>
        <source>{count} videos moved to the trash.</source>
        <translation>動画{count}本をゴミ箱に移動しました。</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation>ゴミ箱</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>完全に削除</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>捨てた日時</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Nothing here is deleted by itself.</source>
        <translation>ここにあるものが自動で削除されることはありません。</translation>
    </message>
    <message>
        <source>Each is deleted for good after 1 day.</source>
        <translation>1日後に完全に削除されます。</translation>
    </message>
    <message>
        <source>Each is deleted for good after {days} days.</source>
        <translation>{days}日後に完全に削除されます。</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>動画1本</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>動画{count}本</translation>
    </message>
    <message>
        <source>{videos}, {size}. {end}</source>
        <translation>{videos}、{size}。{end}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>What is in the trash</source>
        <translation>ゴミ箱の中身</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>ゴミ箱は空です。</translation>
    </message>
    <message>
        <source>1 board</source>
        <translation>ボード1枚</translation>
    </message>
    <message>
        <source>{count} boards</source>
        <translation>ボード{count}枚</translation>
    </message>
    <message>
        <source>Really delete {count}?</source>
        <translation>{count}件を本当に削除しますか？</translation>
    </message>
</context>
<context>
    <name>TroubleStage</name>
    <message>
        <source>Open in another player</source>
        <translation>ほかのプレーヤーで開く</translation>
    </message>
    <message>
        <source>This video can&apos;t be played here</source>
        <translation>この動画はここでは再生できません</translation>
    </message>
    <message>
        <source>The file is still in your library. Another player may know its format.</source>
        <translation>ファイルはライブラリに残っています。ほかのプレーヤーなら対応しているかもしれません。</translation>
    </message>
    <message>
        <source>The file is missing</source>
        <translation>ファイルが見つかりません</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted outside the program, or its drive isn&apos;t connected. Nothing else was changed.</source>
        <translation>プログラムの外で移動、名前の変更、または削除が行われたか、ドライブが接続されていません。ほかには何も変わっていません。</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>{what} {key} takes it back.</source>
        <translation>{what}{key}で元に戻せます。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>UnfinishedDialog</name>
    <message>
        <source>Quit?</source>
        <translation>終了しますか？</translation>
    </message>
    <message>
        <source>An export is being made</source>
        <translation>書き出しの途中です</translation>
    </message>
    <message>
        <source>{count} exports are being made</source>
        <translation>{count}件の書き出しの途中です</translation>
    </message>
    <message>
        <source>It isn&apos;t carried on at the next start. If you quit now, nothing half-written is left, and what is finished already stays.</source>
        <translation>次回の起動時には続きから行われません。今終了すると、書きかけのものは残らず、できあがったものはそのまま残ります。</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>作業を続ける</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>今すぐ終了</translation>
    </message>
    <message>
        <source>Quit when it is made</source>
        <translation>完了したら終了</translation>
    </message>
</context>
<context>
    <name>UnknownDialog</name>
    <message>
        <source>Answer lost</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>The service doesn&apos;t know this task id</source>
        <translation>サービスにこのタスクIDがありません</translation>
    </message>
    <message>
        <source>Nothing can be fetched under {task_id}. With the right id from the service&apos;s console the video can still be fetched; asking costs nothing.</source>
        <translation>{task_id}では何も取得できません。サービスのコンソールで正しいIDが分かれば、動画はまだ取得できます。問い合わせは無料です。</translation>
    </message>
    <message>
        <source>It was charged, and its task id is lost</source>
        <translation>課金済みですが、タスクIDが不明です</translation>
    </message>
    <message>
        <source>The service says that it has this order. Its answer with the task id did not arrive. With the id from the service&apos;s console the video can still be fetched.</source>
        <translation>サービスにはこの注文がありますが、タスクIDを伝える応答が届きませんでした。サービスのコンソールでIDが分かれば、動画はまだ取得できます。</translation>
    </message>
    <message>
        <source>We don&apos;t know yet whether it was charged</source>
        <translation>課金されたかどうかまだ分かりません</translation>
    </message>
    <message>
        <source>The order left this computer, and the service&apos;s answer did not arrive. It may have taken the order or not. Nothing is sent again unless you say so.</source>
        <translation>注文は送信されましたが、サービスの応答が届きませんでした。注文が受け付けられたかどうかは分かりません。指示があるまで再送信はしません。</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>あとで判断</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信日時</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>課金済み</translation>
    </message>
    <message>
        <source>Perhaps charged</source>
        <translation>課金の可能性</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>リクエストID</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>これまでの出来事</translation>
    </message>
    <message>
        <source>The service says</source>
        <translation>サービスからのメッセージ</translation>
    </message>
    <message>
        <source>The picture that was sent</source>
        <translation>送信した画像</translation>
    </message>
    <message>
        <source>Send again with the same request id</source>
        <translation>同じリクエストIDで再送信</translation>
    </message>
    <message>
        <source>The service says that it refuses a request id that it has seen. If it keeps to that, you can&apos;t pay twice. It was never proven.</source>
        <translation>サービスは、受信済みのリクエストIDを拒否するとしています。そのとおりなら二重払いにはなりません。ただし実証はされていません。</translation>
    </message>
    <message>
        <source>Treat as lost</source>
        <translation>損失として扱う</translation>
    </message>
    <message>
        <source>The row ends here. If it was charged, the money is gone; it counts against your budget.</source>
        <translation>この行はここで終わります。課金されていた場合、そのお金は戻らず、予算から差し引かれます。</translation>
    </message>
    <message>
        <source>The same for all {count} jobs like this one, charged {price} in all</source>
        <translation>同様のジョブ{count}件すべてに適用（合計{price}課金済み）</translation>
    </message>
    <message>
        <source>The same for all {count} jobs like this one, perhaps charged {price} in all</source>
        <translation>同様のジョブ{count}件すべてに適用（合計{price}課金の可能性）</translation>
    </message>
    <message>
        <source>I have a task id from the service&apos;s console: the video is fetched under it.</source>
        <translation>サービスのコンソールでタスクIDが分かっている：そのIDで動画を取得します。</translation>
    </message>
    <message>
        <source>Task id</source>
        <translation>タスクID</translation>
    </message>
    <message>
        <source>Task id from the service&apos;s console</source>
        <translation>サービスのコンソールで確認したタスクID</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>救出する</translation>
    </message>
</context>
<context>
    <name>UpdateController</name>
    <message>
        <source>Version {newest} is there; this is {version}.</source>
        <translation>バージョン{newest}があります。これは{version}です。</translation>
    </message>
    <message>
        <source>{version} is the newest version.</source>
        <translation>{version}が最新のバージョンです。</translation>
    </message>
    <message>
        <source>No browser is set up here. The page is {url}</source>
        <translation>ここにはブラウザーが設定されていません。ページは{url}です</translation>
    </message>
</context>
<context>
    <name>VerdictRow</name>
    <message>
        <source>Star</source>
        <translation>スターを付ける</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>キープ</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>ボツにする</translation>
    </message>
    <message>
        <source>Winner of its shot</source>
        <translation>カットの採用テイクにする</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watched folders</source>
        <translation>監視フォルダー</translation>
    </message>
    <message>
        <source>Each picture that appears in a folder becomes a video of a preset, once by what it holds. A day costs what you allow at most. Folders are watched while this program runs.</source>
        <translation>フォルダーに現れた画像を、プリセットの設定で動画にします。同じ内容の画像は一度だけです。1日の費用は許可した額までです。監視はこのプログラムの実行中だけ行われます。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>監視をやめる</translation>
    </message>
    <message>
        <source>Watch another folder</source>
        <translation>別のフォルダーを監視</translation>
    </message>
    <message>
        <source>Rehearse it · free</source>
        <translation>リハーサルする · 無料</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…ほか{count}件</translation>
    </message>
    <message>
        <source>Watch it · at most {cap} a day</source>
        <translation>監視を開始 · 1日{cap}まで</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>監視を開始</translation>
    </message>
    <message>
        <source>Add a key in the settings to watch it; rehearsing needs none.</source>
        <translation>監視するには設定でキーを追加してください。リハーサルには不要です。</translation>
    </message>
</context>
<context>
    <name>WatchForm</name>
    <message>
        <source>Choose a folder…</source>
        <translation>フォルダーを選択…</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Most that the folder may cost in a day, in {currency}</source>
        <translation>このフォルダーの1日の上限額（{currency}）</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>1日の上限</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>フォルダーがまだ選ばれていません。</translation>
    </message>
    <message>
        <source>Make the picture that lies there already, too</source>
        <translation>すでにある画像1枚も動画にする</translation>
    </message>
    <message>
        <source>Make the {count} pictures that lie there already, too</source>
        <translation>すでにある画像{count}枚も動画にする</translation>
    </message>
    <message>
        <source>Save a preset for one picture in a tab first: it says what becomes of the pictures.</source>
        <translation>まずタブで、画像1枚用のプリセットを保存してください。画像から何を作るかはプリセットで決まります。</translation>
    </message>
    <message>
        <source>Choose the folder into which pictures come.</source>
        <translation>画像が入ってくるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Say what a day may cost; a video costs {price}.</source>
        <translation>1日の上限額を入力してください。動画1本は{price}です。</translation>
    </message>
    <message>
        <source>That is less than one video, which costs {price}.</source>
        <translation>動画1本の料金（{price}）に足りません。</translation>
    </message>
    <message>
        <source>Videos a day at most: {count}, at {price} each.</source>
        <translation>1日に最大{count}本、1本{price}です。</translation>
    </message>
</context>
<context>
    <name>WayTest</name>
    <message>
        <source>{host} answers through the proxy {proxy}.</source>
        <translation>{host}はプロキシ{proxy}経由で応答しています。</translation>
    </message>
    <message>
        <source>{host} answers. The system names no proxy for it.</source>
        <translation>{host}は応答しています。システムはこれにプロキシを指定していません。</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host}は応答しています。</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the network.</source>
        <translation>{host}に接続できません。ネットワークを確認してください。</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a name and a password, or others than it got.</source>
        <translation>プロキシ{proxy}が名前とパスワードを求めているか、送られたものが正しくありません。</translation>
    </message>
    <message>
        <source>The proxy {proxy} can&apos;t be reached. Check its address.</source>
        <translation>プロキシ{proxy}に接続できません。アドレスを確認してください。</translation>
    </message>
    <message>
        <source>The proxy {proxy} took the connection and didn&apos;t open the way to {host}.</source>
        <translation>プロキシ{proxy}は接続を受け付けましたが、{host}への経路を開きませんでした。</translation>
    </message>
    <message>
        <source>The proxy {proxy} didn&apos;t let us through to {host}.</source>
        <translation>プロキシ{proxy}が{host}への接続を通しませんでした。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Vidu Desktop was open already, and its window comes to the front. Nothing was ordered in this one: press again there.</source>
        <translation>Vidu Desktopはすでに開いていて、そのウィンドウが前面に出ます。このウィンドウからは何も注文していません。あちらでもう一度押してください。</translation>
    </message>
    <message>
        <source>Another Vidu Desktop is working on this library. Nothing was sent. Wait until it has ended, then start again.</source>
        <translation>別のVidu Desktopがこのライブラリで作業中です。何も送信されていません。終わるのを待ってから、もう一度起動してください。</translation>
    </message>
    <message>
        <source>Nothing was ordered.</source>
        <translation>何も注文していません。</translation>
    </message>
    <message>
        <source>You had typed:</source>
        <translation>入力されていた文：</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>batch</name>
    <message>
        <source>There is no batch {batch} in this library.</source>
        <translation>このライブラリにバッチ{batch}はありません。</translation>
    </message>
    <message>
        <source>What was written down of the batch {batch} is damaged, so nobody knows what was ordered. Nothing of it is ordered any more; what is in the queue goes on. Begin a new one with the rows that are missing.</source>
        <translation>バッチ{batch}の記録が破損しており、何を注文したか分かりません。これ以上は注文されません。キューにあるものは続行します。足りない行で新しいバッチを始めてください。</translation>
    </message>
    <message>
        <source>There is no “{name}”. Choose a sheet or a folder that is there.</source>
        <translation>「{name}」はありません。実在するシートかフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be opened. Look whether you may read it.</source>
        <translation>「{name}」を開けません。読み取りの権限を確認してください。</translation>
    </message>
    <message>
        <source>“{name}” is no regular file. Save the sheet as a file first.</source>
        <translation>「{name}」は通常のファイルではありません。先にシートをファイルとして保存してください。</translation>
    </message>
    <message>
        <source>There are no rows in “{name}”. It needs a line with names and a row below.</source>
        <translation>「{name}」に行がありません。列名の行と、その下に1行以上が必要です。</translation>
    </message>
    <message>
        <source>“{name}” is larger than any sheet that is read here. Save the rows that you need as CSV, in parts if need be.</source>
        <translation>「{name}」は大きすぎて読み込めません。必要な行をCSVで、必要なら分割して保存してください。</translation>
    </message>
    <message>
        <source>“{name}” has more than {most} rows. Divide it into several sheets.</source>
        <translation>「{name}」は{most}行を超えています。複数のシートに分けてください。</translation>
    </message>
    <message>
        <source>This workbook has cells far outside of its table, or is too large. Copy the table into a new one, or save it as CSV.</source>
        <translation>このブックは、表から遠く離れたセルがあるか、大きすぎます。表を新しいブックにコピーするか、CSVで保存してください。</translation>
    </message>
    <message>
        <source>“{name}” takes too long to read. Save the table as CSV.</source>
        <translation>「{name}」の読み込みに時間がかかりすぎます。表をCSVで保存してください。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t a sheet that can be read. Save it as CSV or XLSX.</source>
        <translation>「{name}」は読み込めるシートではありません。CSVかXLSXで保存してください。</translation>
    </message>
    <message>
        <source>“{name}” is damaged. Open it in your spreadsheet program and save it anew.</source>
        <translation>「{name}」は破損しています。表計算ソフトで開いて保存し直してください。</translation>
    </message>
    <message>
        <source>“{name}” is protected by a password. Save it without one, or as CSV.</source>
        <translation>「{name}」はパスワードで保護されています。パスワードなしか、CSVで保存してください。</translation>
    </message>
    <message>
        <source>“{name}” holds what no sheet needs and what can do harm (a DOCTYPE), so it isn&apos;t opened.</source>
        <translation>「{name}」には、シートに不要で害を及ぼしうるもの（DOCTYPE）が含まれているため、開きません。</translation>
    </message>
    <message>
        <source>The characters of “{name}” can&apos;t be read. Save it as “CSV UTF-8”.</source>
        <translation>「{name}」の文字を読み取れません。「CSV UTF-8」で保存してください。</translation>
    </message>
    <message>
        <source>A quotation mark in line {line} of “{name}” isn&apos;t closed, so the rest can&apos;t be told apart. Close it.</source>
        <translation>「{name}」の{line}行目の引用符が閉じられていないため、以降を区切れません。引用符を閉じてください。</translation>
    </message>
    <message>
        <source>A cell that begins in line {line} of “{name}” is longer than any text. A quotation mark isn&apos;t closed there, perhaps.</source>
        <translation>「{name}」の{line}行目で始まるセルが長すぎます。引用符が閉じられていない可能性があります。</translation>
    </message>
    <message>
        <source>There is no table “{table}” in “{name}”. There is: {tables}.</source>
        <translation>「{name}」に表「{table}」はありません。あるのは次のとおりです：{tables}。</translation>
    </message>
    <message>
        <source>This sheet is the result of the batch {batch}, which isn&apos;t in this library, so nobody knows here what was bought. Open that library; or begin a new batch, which buys every row anew.</source>
        <translation>このシートはバッチ{batch}の結果ですが、このライブラリにそのバッチがないため、何を購入済みか分かりません。そのライブラリを開くか、新しいバッチを始めてください。新しいバッチではすべての行を購入し直します。</translation>
    </message>
    <message>
        <source>This sheet holds rows of several batches: {batches}. Take them apart.</source>
        <translation>このシートには複数のバッチの行があります：{batches}。分けてください。</translation>
    </message>
    <message>
        <source>There is no picture in this folder or below it. Choose one that has some.</source>
        <translation>このフォルダーにもその下にも画像がありません。画像のあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Say what this folder may cost in a day.</source>
        <translation>このフォルダーの1日の上限額を入力してください。</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”. Choose one that is there.</source>
        <translation>フォルダー「{folder}」はありません。実在するフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>No column is known to name the pictures. Say which one does: COLUMN=picture.</source>
        <translation>画像の名前がどの列にあるか分かりません。「列=picture」の形で指定してください。</translation>
    </message>
    <message>
        <source>This cell holds a formula&apos;s error. Mend the formula, or write what is meant.</source>
        <translation>このセルには数式のエラーがあります。数式を直すか、値を入力してください。</translation>
    </message>
    <message>
        <source>This cell holds a formula that was never calculated. Open the sheet in your spreadsheet program and save it.</source>
        <translation>このセルには計算されていない数式があります。表計算ソフトでシートを開いて保存してください。</translation>
    </message>
    <message>
        <source>This cell is merged with the one above, whose text it doesn&apos;t have. Part them and fill it in.</source>
        <translation>このセルは上のセルと結合されており、その文字列を持っていません。結合を解除して入力してください。</translation>
    </message>
    <message>
        <source>This cell holds control characters, which can&apos;t be seen. Type its text anew.</source>
        <translation>このセルには目に見えない制御文字が含まれています。文字列を入力し直してください。</translation>
    </message>
    <message>
        <source>There is no picture “{cell}” beside the sheet or in the folders that you chose.</source>
        <translation>シートと同じ場所にも、選んだフォルダーにも、画像「{cell}」はありません。</translation>
    </message>
    <message>
        <source>Several files could be “{cell}”: {files}. Write the folder into the cell, too.</source>
        <translation>「{cell}」に当てはまるファイルが複数あります：{files}。セルにフォルダー名も書いてください。</translation>
    </message>
    <message>
        <source>“{cell}” lies on another computer. Copy the picture here and name it by its file.</source>
        <translation>「{cell}」は別のコンピューターにあります。画像をここにコピーし、ファイル名で指定してください。</translation>
    </message>
    <message>
        <source>This line looks like the sheet&apos;s own total. Leave it out, or give it a picture.</source>
        <translation>この行はシートの合計行のようです。除くか、画像を指定してください。</translation>
    </message>
    <message>
        <source>“{value}” is no number of takes from 0 to 99.</source>
        <translation>「{value}」は0～99のテイク数ではありません。</translation>
    </message>
    <message>
        <source>There is no model “{model}” for {mode}. Choose one of: {allowed}.</source>
        <translation>{mode}にモデル「{model}」はありません。次から選んでください：{allowed}。</translation>
    </message>
    <message>
        <source>This row has no prompt. Write one, give one for all such rows, or say that none is meant.</source>
        <translation>この行にはプロンプトがありません。書き込むか、そのような行すべてに使うものを指定するか、「プロンプトなしでよい」にしてください。</translation>
    </message>
    <message>
        <source>“{column}” is empty here, and the prompt needs it. Fill it in, or put what may go into square brackets.</source>
        <translation>ここでは「{column}」が空ですが、プロンプトに必要です。入力するか、省いてよい部分を角かっこで囲んでください。</translation>
    </message>
    <message>
        <source>Line {other} has the same key. Each row needs one of its own.</source>
        <translation>{other}行目と同じキーです。行ごとに異なるキーが必要です。</translation>
    </message>
    <message>
        <source>Line {other} has the same name “{name}” for its video, or one that differs in capitals only. Give each its own.</source>
        <translation>動画の名前「{name}」が{other}行目と同じか、大文字・小文字しか違いません。それぞれ別の名前にしてください。</translation>
    </message>
    <message>
        <source>Line {other} asks for the same, and both would be paid. Leave one out, or ask for two takes of one.</source>
        <translation>{other}行目と同じ内容で、両方に料金がかかります。一方を除くか、1行で2テイクにしてください。</translation>
    </message>
    <message>
        <source>Line {other} asks for the same video, and each would be paid. Leave one out, or say that each is to be made.</source>
        <translation>{other} 行目も同じ動画を求めていて、それぞれ料金がかかります。1 つを外すか、それぞれ作ると指定してください。</translation>
    </message>
    <message>
        <source>You have this video since {day}: the batch “{batch}” made it of the same pictures, prompt and settings. Leave it out, or say that it is to be another take.</source>
        <translation>この動画は{day}からあります。バッチ「{batch}」が同じ画像、プロンプト、設定で作りました。除くか、別テイクとして指定してください。</translation>
    </message>
    <message>
        <source>You have this video since {day}: it was ordered by hand with the same pictures, prompt and settings. Leave it out, or say that it is to be another take.</source>
        <translation>この動画は{day}からあります。同じ画像、プロンプト、設定で個別に注文されました。除くか、別テイクとして指定してください。</translation>
    </message>
    <message>
        <source>Hidden rows: {count}; rows that can be seen: {shown}, {price}. With the hidden ones it is {both}. Say whether they are left or taken.</source>
        <translation>非表示の行：{count}、表示されている行：{shown}（{price}）。非表示の行も含めると{both}です。非表示の行を除くか含めるかを指定してください。</translation>
    </message>
    <message>
        <source>That the sheet is written in {value} is a guess. If its texts look right, say {flag} {value}.</source>
        <translation>シートの文字コードを{value}と推測しました。文字が正しく見えていれば、{flag} {value} を指定してください。</translation>
    </message>
    <message>
        <source>That a {value} stands between the columns is a guess. If it is right, say {flag} {value}.</source>
        <translation>列の区切りを{value}と推測しました。正しければ、{flag} {value} を指定してください。</translation>
    </message>
    <message>
        <source>That the columns&apos; names stand in line {value} is a guess. If it is right, say {flag} {value}.</source>
        <translation>列名の行を{value}行目と推測しました。正しければ、{flag} {value} を指定してください。</translation>
    </message>
    <message>
        <source>The workbook has several tables, and “{value}” is only the first. Say {flag} NAME.</source>
        <translation>ブックには表が複数あり、「{value}」はその最初のものです。{flag} 表の名前 を指定してください。</translation>
    </message>
    <message>
        <source>That pictures belong together by {value} is a guess. If the pairs look right, say {flag} {value}.</source>
        <translation>画像の組み合わせ方を{value}と推測しました。組が正しく見えていれば、{flag} {value} を指定してください。</translation>
    </message>
    <message>
        <source>That “{name}” is the {field} is a guess by what stands in it. Say it: COLUMN=FIELD.</source>
        <translation>「{name}」の内容から、用途を{field}と推測しました。「列=用途」の形で指定してください。</translation>
    </message>
    <message>
        <source>In the table “{table}” no column is known to name the pictures. The workbook has others: {others}. Choose another table (--sheet), or say which column does: COLUMN=picture.</source>
        <translation>シート「{table}」では、画像の名前がどの列にあるか分かりません。ブックにはほかに {others} があります。別のシートを選ぶか（--sheet）、「列=picture」の形で列を指定してください。</translation>
    </message>
    <message>
        <source>This batch has ordered the same video for another row, and it would be paid once more. Leave this one out, or say that each is to be made.</source>
        <translation>このバッチはほかの行のために同じ動画をすでに注文していて、もう一度料金がかかります。この行を外すか、それぞれ作ると指定してください。</translation>
    </message>
    <message>
        <source>Pictures not found</source>
        <translation>見つからない画像</translation>
    </message>
    <message>
        <source>Pictures that could be several files</source>
        <translation>複数のファイルが当てはまる画像</translation>
    </message>
    <message>
        <source>Pictures on other computers</source>
        <translation>別のコンピューターにある画像</translation>
    </message>
    <message>
        <source>Errors of formulas</source>
        <translation>数式のエラー</translation>
    </message>
    <message>
        <source>Formulas without a value</source>
        <translation>値のない数式</translation>
    </message>
    <message>
        <source>Merged cells</source>
        <translation>結合されたセル</translation>
    </message>
    <message>
        <source>Control characters</source>
        <translation>制御文字</translation>
    </message>
    <message>
        <source>The sheet&apos;s own totals</source>
        <translation>シートの合計行</translation>
    </message>
    <message>
        <source>Takes that are no number</source>
        <translation>数ではないテイク数</translation>
    </message>
    <message>
        <source>Models that aren&apos;t there</source>
        <translation>存在しないモデル</translation>
    </message>
    <message>
        <source>Without a prompt</source>
        <translation>プロンプトなし</translation>
    </message>
    <message>
        <source>Columns that the prompt needs and that are empty</source>
        <translation>プロンプトに必要なのに空の列</translation>
    </message>
    <message>
        <source>Prompts too long</source>
        <translation>長すぎるプロンプト</translation>
    </message>
    <message>
        <source>Keys that are there twice</source>
        <translation>重複したキー</translation>
    </message>
    <message>
        <source>Twins</source>
        <translation>同じ内容の行</translation>
    </message>
    <message>
        <source>The same video in several lines</source>
        <translation>複数の行で同じ動画</translation>
    </message>
    <message>
        <source>Names of videos that are there twice</source>
        <translation>重複した動画名</translation>
    </message>
    <message>
        <source>Videos that you have already</source>
        <translation>すでにある動画</translation>
    </message>
    <message>
        <source>Settings that aren&apos;t offered</source>
        <translation>提供されていない設定</translation>
    </message>
    <message>
        <source>Settings that the model hasn&apos;t</source>
        <translation>モデルにない設定</translation>
    </message>
    <message>
        <source>Too few pictures</source>
        <translation>足りない画像</translation>
    </message>
    <message>
        <source>Too many pictures</source>
        <translation>多すぎる画像</translation>
    </message>
    <message>
        <source>Pictures of an odd shape</source>
        <translation>極端な縦横比の画像</translation>
    </message>
    <message>
        <source>Pictures too small</source>
        <translation>小さすぎる画像</translation>
    </message>
    <message>
        <source>Pairs that don&apos;t match</source>
        <translation>大きさの合わない組</translation>
    </message>
    <message>
        <source>Damaged pictures</source>
        <translation>破損した画像</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>監視中</translation>
    </message>
    <message>
        <source>Goes on tomorrow: today&apos;s sum is used</source>
        <translation>今日の上限に達したため、明日続けます</translation>
    </message>
    <message>
        <source>Waits: the price isn&apos;t the one that you approved. Watch it anew</source>
        <translation>待機中：料金が承認時と異なります。もう一度監視を開始してください</translation>
    </message>
    <message>
        <source>The folder can&apos;t be read now; it is looked for again</source>
        <translation>フォルダーを読み取れません。もう一度探します</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Stopped by itself: too many of the last ten ended the same way ({code})</source>
        <translation>自動停止：直近10本のうち同じ終わり方をしたものが多すぎます（{code}）</translation>
    </message>
    <message>
        <source>Not watched any more</source>
        <translation>監視終了</translation>
    </message>
    <message>
        <source>Another computer with this library watches it</source>
        <translation>このライブラリを使う別のコンピューターが監視しています</translation>
    </message>
    <message>
        <source>free</source>
        <translation>無料</translation>
    </message>
    <message>
        <source>{spent} of {cap}</source>
        <translation>{spent} / {cap}</translation>
    </message>
    <message>
        <source>The preset&apos;s model “{model}” isn&apos;t offered by this version. Choose another preset.</source>
        <translation>プリセットのモデル「{model}」は、このバージョンでは提供されていません。別のプリセットを選んでください。</translation>
    </message>
    <message>
        <source>A watched folder makes a video of each picture, and this preset needs several for one. Choose a preset for one picture.</source>
        <translation>監視フォルダーは画像1枚から動画1本を作りますが、このプリセットには画像が複数必要です。画像1枚用のプリセットを選んでください。</translation>
    </message>
    <message>
        <source>Not ordered yet</source>
        <translation>未注文</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>注文済み</translation>
    </message>
    <message>
        <source>Refused or failed</source>
        <translation>拒否または失敗</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Something else is wrong</source>
        <translation>その他の問題</translation>
    </message>
    <message>
        <source>Asked for: {pictures} · {prompt} · {options}</source>
        <translation>指定内容：{pictures} · {prompt} · {options}</translation>
    </message>
    <message>
        <source>no prompt</source>
        <translation>プロンプトなし</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>約{time}</translation>
    </message>
    <message>
        <source>{needed} needed of {free} free</source>
        <translation>必要{needed}／空き{free}</translation>
    </message>
    <message>
        <source>{field} · guessed</source>
        <translation>{field} · 推測</translation>
    </message>
    <message>
        <source>approved, its turn comes by itself</source>
        <translation>承認済み、順番が来れば自動で進みます</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>{value} (guessed)</source>
        <translation>{value}（推測）</translation>
    </message>
    <message>
        <source>names in line {line}</source>
        <translation>列名は{line}行目</translation>
    </message>
    <message>
        <source>a result of “{name}”: what you change here counts for what you run from here, and the sheet “{sheet}” stays as it is</source>
        <translation>「{name}」の結果です。ここでの変更はここから実行するものにだけ有効で、表「{sheet}」はそのまま残ります</translation>
    </message>
    <message>
        <source>1 video was ordered before and isn&apos;t ordered again</source>
        <translation>動画1本は注文済みのため、再び注文しません</translation>
    </message>
    <message>
        <source>{count} videos were ordered before and aren&apos;t ordered again</source>
        <translation>動画{count}本は注文済みのため、再び注文しません</translation>
    </message>
    <message>
        <source>1 video was refused and not charged, its row says why</source>
        <translation>動画1本が拒否され、課金されていません。理由はその行にあります</translation>
    </message>
    <message>
        <source>{count} videos were refused and not charged, their rows say why</source>
        <translation>動画{count}本が拒否され、課金されていません。理由はそれぞれの行にあります</translation>
    </message>
    <message>
        <source>1 more video is approved: its turn comes by itself</source>
        <translation>ほかに動画1本が承認済みで、順番が来れば自動で進みます</translation>
    </message>
    <message>
        <source>{count} more videos are approved: their turn comes by itself</source>
        <translation>ほかに動画{count}本が承認済みで、順番が来れば自動で進みます</translation>
    </message>
    <message>
        <source>1 row was changed after it had been ordered, and stays as it was</source>
        <translation>注文後に変更された行が1行あり、元のまま扱います</translation>
    </message>
    <message>
        <source>{count} rows were changed after they had been ordered, and stay as they were</source>
        <translation>注文後に変更された行が{count}行あり、元のまま扱います</translation>
    </message>
    <message>
        <source>1 video of the batch “{name}” is being made, for {price}.</source>
        <translation>バッチ「{name}」の動画 1 本を {price} で作っています。</translation>
    </message>
    <message>
        <source>{count} videos of the batch “{name}” are being made, for {price} in all. The queue shows those that are next.</source>
        <translation>バッチ「{name}」の動画 {count} 本を、合計 {price} で作っています。キューには次の分が表示されます。</translation>
    </message>
    <message>
        <source>The batch “{name}” is under way: 1 of its videos isn&apos;t finished yet.</source>
        <translation>バッチ「{name}」は進行中です。まだ完成していない動画が1本あります。</translation>
    </message>
    <message>
        <source>The batch “{name}” is under way: {count} of its videos aren&apos;t finished yet.</source>
        <translation>バッチ「{name}」は進行中です。まだ完成していない動画が{count}本あります。</translation>
    </message>
    <message>
        <source>Videos of the batch “{name}” are being made until its budget of {budget} is used. The queue shows those that are next.</source>
        <translation>バッチ「{name}」の動画を、予算 {budget} に達するまで作っています。キューには次の分が表示されます。</translation>
    </message>
    <message>
        <source>All videos of the batch “{name}” are ordered. Open it to see each row, or to save the result as a sheet.</source>
        <translation>バッチ「{name}」の動画はすべて注文しました。開くと各行を確認でき、結果を表として保存できます。</translation>
    </message>
    <message>
        <source>1 video of the batch “{name}” is made first: look at it when it is here, then go on. Nothing else was sent.</source>
        <translation>バッチ「{name}」の 1 本を先に作ります。届いたら見て、それから続けてください。ほかには何も送っていません。</translation>
    </message>
    <message>
        <source>{count} videos of the batch “{name}” are made first: look at them when they are here, then go on. Nothing else was sent.</source>
        <translation>バッチ「{name}」の {count} 本を先に作ります。届いたら見て、それから続けてください。ほかには何も送っていません。</translation>
    </message>
    <message>
        <source>1 video of the batch “{name}” is rehearsed: look at it when it is here, then go on. Nothing was sent.</source>
        <translation>バッチ「{name}」の 1 本をリハーサルしています。届いたら見て、それから続けてください。何も送っていません。</translation>
    </message>
    <message>
        <source>{count} videos of the batch “{name}” are rehearsed: look at them when they are here, then go on. Nothing was sent.</source>
        <translation>バッチ「{name}」の {count} 本をリハーサルしています。届いたら見て、それから続けてください。何も送っていません。</translation>
    </message>
    <message>
        <source>Open the batch</source>
        <translation>バッチを開く</translation>
    </message>
    <message>
        <source>The folder “{name}” isn&apos;t watched for now: too many of the last ten videos ended the same way; the queue says why. File &gt; Batch &gt; Watched folders goes on.</source>
        <translation>フォルダー「{name}」の監視を止めています。直近10本のうち同じ終わり方をしたものが多すぎます。理由はキューにあります。「ファイル」&gt;「バッチ」&gt;「監視フォルダー」で再開できます。</translation>
    </message>
    <message>
        <source>The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the queue say why. 1 video waits, nothing is lost. Open its sheet again to go on.</source>
        <translation>バッチ「{name}」は自動で停止しました。直近10本のうち同じ終わり方をしたものが多すぎます。理由はキューの行にあります。動画1本が待機中で、何も失われていません。続けるにはシートをもう一度開いてください。</translation>
    </message>
    <message>
        <source>The batch “{name}” has stopped by itself: too many of the last ten ended the same way; their rows in the queue say why. {count} videos wait, nothing is lost. Open its sheet again to go on.</source>
        <translation>バッチ「{name}」は自動で停止しました。直近10本のうち同じ終わり方をしたものが多すぎます。理由はキューの行にあります。動画{count}本が待機中で、何も失われていません。続けるにはシートをもう一度開いてください。</translation>
    </message>
    <message>
        <source>Another computer has gone on with “{name}” since it began here, so nothing more of it is ordered here and nothing is paid twice. Open it again to go on here.</source>
        <translation>ここで始めたあと、別のコンピューターが「{name}」の続きを進めました。そのため、ここではこれ以上注文されず、二重に支払われることもありません。ここで続けるには、もう一度開いてください。</translation>
    </message>
    <message>
        <source>The budget of the batch “{name}” is used; 1 video waits. Open its sheet again to go on with another one.</source>
        <translation>バッチ「{name}」の予算を使い切り、動画1本が待機中です。新しい予算で続けるには、シートをもう一度開いてください。</translation>
    </message>
    <message>
        <source>The budget of the batch “{name}” is used; {count} videos wait. Open its sheet again to go on with another one.</source>
        <translation>バッチ「{name}」の予算を使い切り、動画{count}本が待機中です。新しい予算で続けるには、シートをもう一度開いてください。</translation>
    </message>
    <message>
        <source>1 video of the batch “{name}” waits: a picture or a price isn&apos;t what you approved, or it was ordered on another computer. Open its sheet again to see which.</source>
        <translation>バッチ「{name}」の動画1本が待機中です。画像か料金が承認時と異なるか、別のコンピューターで注文されています。どれかを確認するには、シートをもう一度開いてください。</translation>
    </message>
    <message>
        <source>{count} videos of the batch “{name}” wait: a picture or a price isn&apos;t what you approved, or they were ordered on another computer. Open its sheet again to see which.</source>
        <translation>バッチ「{name}」の動画{count}本が待機中です。画像か料金が承認時と異なるか、別のコンピューターで注文されています。どれかを確認するには、シートをもう一度開いてください。</translation>
    </message>
    <message>
        <source>The board “{name}” has stopped by itself: too many of the last ten videos ended the same way; the queue says why. 1 video waits, nothing is lost. Make on the board what is missing to go on.</source>
        <translation>ボード「{name}」は自動で停止しました。直近10本のうち同じ終わり方をしたものが多すぎます。理由はキューにあります。動画1本が待機中で、何も失われていません。続けるには、ボードで足りない分を作ってください。</translation>
    </message>
    <message>
        <source>The board “{name}” has stopped by itself: too many of the last ten videos ended the same way; the queue says why. {count} videos wait, nothing is lost. Make on the board what is missing to go on.</source>
        <translation>ボード「{name}」は自動で停止しました。直近10本のうち同じ終わり方をしたものが多すぎます。理由はキューにあります。動画{count}本が待機中で、何も失われていません。続けるには、ボードで足りない分を作ってください。</translation>
    </message>
    <message>
        <source>Another computer has gone on with the board “{name}” since it began here, so nothing more of it is ordered here and nothing is paid twice. Make on the board what is missing to go on here.</source>
        <translation>ここで始めたあと、別のコンピューターがボード「{name}」の続きを進めました。そのため、ここではこれ以上注文されず、二重に支払われることもありません。ここで続けるには、ボードで足りない分を作ってください。</translation>
    </message>
    <message>
        <source>The budget of the board “{name}” is used; 1 video waits. Type a higher one on the board and make what is missing to go on.</source>
        <translation>ボード「{name}」の予算を使い切り、動画1本が待機中です。続けるには、ボードで予算を増やし、足りない分を作ってください。</translation>
    </message>
    <message>
        <source>The budget of the board “{name}” is used; {count} videos wait. Type a higher one on the board and make what is missing to go on.</source>
        <translation>ボード「{name}」の予算を使い切り、動画{count}本が待機中です。続けるには、ボードで予算を増やし、足りない分を作ってください。</translation>
    </message>
    <message>
        <source>1 video of the board “{name}” waits: a still or a price isn&apos;t what you approved, or it was ordered on another computer. The board shows which.</source>
        <translation>ボード「{name}」の動画1本が待機中です。静止画か料金が承認時と異なるか、別のコンピューターで注文されています。どれかはボードで確認できます。</translation>
    </message>
    <message>
        <source>{count} videos of the board “{name}” wait: a still or a price isn&apos;t what you approved, or they were ordered on another computer. The board shows which.</source>
        <translation>ボード「{name}」の動画{count}本が待機中です。静止画か料金が承認時と異なるか、別のコンピューターで注文されています。どれかはボードで確認できます。</translation>
    </message>
    <message>
        <source>Look for them in a folder…</source>
        <translation>フォルダーから探す…</translation>
    </message>
    <message>
        <source>Shorten · {count}</source>
        <translation>短くする · {count}</translation>
    </message>
    <message>
        <source>Take the standard · {count}</source>
        <translation>標準の値にする · {count}</translation>
    </message>
    <message>
        <source>Make another take · {count}</source>
        <translation>別テイクを作る · {count}</translation>
    </message>
    <message>
        <source>Make each of them · {count}</source>
        <translation>それぞれ作る · {count}</translation>
    </message>
    <message>
        <source>Match the end frames · {count}</source>
        <translation>終了フレームを合わせる · {count}</translation>
    </message>
    <message>
        <source>Make them takes · {count}</source>
        <translation>テイクにする · {count}</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Workbooks</source>
        <translation>ブック</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>結果を保存</translation>
    </message>
    <message>
        <source>The result isn&apos;t written into the sheet itself. Give it another name.</source>
        <translation>結果を元のシートに書き込むことはできません。別の名前にしてください。</translation>
    </message>
    <message>
        <source>Batch from a sheet</source>
        <translation>シートからのバッチ</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選択</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>貼り付けた行</translation>
    </message>
    <message>
        <source>{made} of {pictures}</source>
        <translation>{made} / {pictures}</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t made. {why}</source>
        <translation>「{path}」は作られません。{why}</translation>
    </message>
    <message>
        <source>“{text}” doesn&apos;t say which pictures belong together. Write it as *_start=*_end, where the stars stand for the same, or say two (1 and 2, 3 and 4) or chain (1 and 2, 2 and 3).</source>
        <translation>「{text}」ではどの画像を組み合わせるか分かりません。*_start=*_end（*には同じ文字列が入ります）のように書くか、two（1と2、3と4）またはchain（1と2、2と3）を指定してください。</translation>
    </message>
    <message>
        <source>That would be more than {most} rows. Choose fewer prompts or fewer settings.</source>
        <translation>{most}行を超えます。プロンプトか設定を減らしてください。</translation>
    </message>
    <message>
        <source>That is more than can be pasted. Save it as a sheet and open that as a batch.</source>
        <translation>貼り付けられる量を超えています。シートとして保存し、バッチとして開いてください。</translation>
    </message>
    <message>
        <source>There is no table in the clipboard. Copy the rows in your spreadsheet, with the line that has the names.</source>
        <translation>クリップボードに表がありません。表計算ソフトで、列名の行を含めて行をコピーしてください。</translation>
    </message>
    <message>
        <source>A “{sign}” in the template has no other half. Write it twice where the sign itself is meant.</source>
        <translation>テンプレート内の「{sign}」に対になるものがありません。その記号自体を表すには2つ続けて書いてください。</translation>
    </message>
    <message>
        <source>The template names a column “{column}” that isn&apos;t there. There is: {columns}.</source>
        <translation>テンプレートにある列「{column}」は存在しません。あるのは次のとおりです：{columns}。</translation>
    </message>
    <message>
        <source>“{text}” doesn&apos;t say what a column is for. Write it as COLUMN=FIELD.</source>
        <translation>「{text}」では列の用途が分かりません。「列=用途」の形で書いてください。</translation>
    </message>
    <message>
        <source>There is no field “{field}” that a column could be for. Choose one of: {fields}.</source>
        <translation>列の用途に「{field}」はありません。次から選んでください：{fields}。</translation>
    </message>
    <message>
        <source>There is no column “{column}”. There is: {columns}.</source>
        <translation>列「{column}」はありません。あるのは次のとおりです：{columns}。</translation>
    </message>
    <message>
        <source>Only one column can be the {field}, and these are named so: {columns}.</source>
        <translation>{field}にできる列は1つだけですが、次の列がその名前です：{columns}。</translation>
    </message>
    <message>
        <source>What the column “{column}” is for is said more than once: {said}. Say it once. Nothing was sent.</source>
        <translation>列「{column}」の用途が複数回指定されています: {said}。一度だけ指定してください。何も送信されていません。</translation>
    </message>
    <message>
        <source>One batch at a time: “{name}” is open. Open the other sheets and folders after it.</source>
        <translation>バッチは1度に1つです。「{name}」を開いています。ほかのシートやフォルダーは、そのあとで開いてください。</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>end picture</source>
        <translation>終了フレーム</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>key</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>takes</source>
        <translation>テイク数</translation>
    </message>
    <message>
        <source>model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>shot</source>
        <translation>カット</translation>
    </message>
    <message>
        <source>video name</source>
        <translation>動画名</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Your change to approved rows can&apos;t be saved yet. They aren&apos;t bought while the program is open, and saving is tried again by itself. Put the disk right before you quit, or they may be bought as they were after the next start. {why}</source>
        <translation>承認済みの行への変更をまだ保存できません。プログラムが開いている間、これらの行は購入されず、保存は自動的に再試行されます。終了する前にディスクの問題を解決してください。解決しないと、次回の起動後に元の内容のまま購入されることがあります。{why}</translation>
    </message>
    <message>
        <source>1 row of “{name}” is new or changed since you approved it, and isn&apos;t ordered as it stands there now.</source>
        <translation>「{name}」の 1 行は承認後に追加または変更されたため、今の内容では注文されません。</translation>
    </message>
    <message>
        <source>{count} rows of “{name}” are new or changed since you approved it, and aren&apos;t ordered as they stand there now.</source>
        <translation>「{name}」の {count} 行は承認後に追加または変更されたため、今の内容では注文されません。</translation>
    </message>
    <message>
        <source>The sheet was changed since it was read. The rows below, and what is bought of them, are as they were before. Read it again to take in what is new.</source>
        <translation>表は読み込んだ後に変更されました。下の行と、そこから購入されるものは変更前のままです。もう一度読み込むと、新しい内容が取り込まれます。</translation>
    </message>
    <message>
        <source>What lies in the folder has changed since it was read. The rows below, and what is bought of them, are as they were before. Read it again to take in what is new.</source>
        <translation>フォルダーの中身は読み込んだ後に変わりました。下の行と、そこから購入されるものは変更前のままです。もう一度読み込むと、新しい内容が取り込まれます。</translation>
    </message>
    <message>
        <source>“{path}” couldn&apos;t be replaced, perhaps because another program has it open: the result is beside it, as “{other}”.</source>
        <translation>「{path}」を置き換えられませんでした。ほかのプログラムで開いている可能性があります。結果は同じ場所に「{other}」として保存しました。</translation>
    </message>
</context>
<context>
    <name>board</name>
    <message>
        <source>The board in “{name}” is damaged and can&apos;t be opened. It stays as it is; its videos are in the library, and its stills beside it. Make a new board of them: what was made already isn&apos;t ordered again.</source>
        <translation>「{name}」のボードは破損しており、開けません。そのまま残してあります。動画はライブラリに、静止画はその隣にあります。それらで新しいボードを作ってください。作成済みのものを再び注文することはありません。</translation>
    </message>
    <message>
        <source>The start still is {start_width} × {start_height}, the end still {end_width} × {end_height}. They must be within a fifth of each other. Match the start still to the end still.</source>
        <translation>開始側の静止画は{start_width} × {start_height}、終了側は{end_width} × {end_height}です。差は5分の1以内でなければなりません。開始側の静止画を終了側に合わせてください。</translation>
    </message>
    <message>
        <source>Against the video before: {jump}</source>
        <translation>前の動画との比較：{jump}</translation>
    </message>
    <message>
        <source>sound {seconds:.1f} s longer</source>
        <translation>音声が{seconds:.1f}秒長い</translation>
    </message>
    <message>
        <source>sound {seconds:.1f} s shorter</source>
        <translation>音声が{seconds:.1f}秒短い</translation>
    </message>
    <message>
        <source>hard cut</source>
        <translation>カットで切り替え</translation>
    </message>
    <message>
        <source>No video is made here; one still follows the other.</source>
        <translation>ここでは動画を作らず、静止画から次の静止画へ切り替わります。</translation>
    </message>
    <message>
        <source>your last changes aren&apos;t kept yet</source>
        <translation>最後の変更はまだ保存されていません</translation>
    </message>
    <message>
        <source>its stills stand in</source>
        <translation>静止画で代用</translation>
    </message>
    <message>
        <source>Where the board plays as a film, the first of its stills fades into the second here.</source>
        <translation>ボードを映像として再生すると、ここでは前の静止画が後の静止画へ移り変わります。</translation>
    </message>
    <message>
        <source>Sent as: {text}</source>
        <translation>送信内容：{text}</translation>
    </message>
    <message>
        <source>a still is missing</source>
        <translation>静止画なし</translation>
    </message>
    <message>
        <source>One of the two stills isn&apos;t there, so nobody knows whether its video is current. Nothing is made meanwhile.</source>
        <translation>2枚の静止画の一方がないため、動画が最新かどうか分かりません。その間は何も作りません。</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>One of the two stills can&apos;t be read now. Nothing is made meanwhile.</source>
        <translation>2枚の静止画の一方を読み取れません。その間は何も作りません。</translation>
    </message>
    <message>
        <source>can&apos;t be made</source>
        <translation>作成不可</translation>
    </message>
    <message>
        <source>Nothing is sent for this gap before that is mended:</source>
        <translation>次の点を直すまで、この区間は何も送信されません：</translation>
    </message>
    <message>
        <source>you have it</source>
        <translation>すでにあり</translation>
    </message>
    <message>
        <source>current · {count} more · {total}</source>
        <translation>最新 · あと{count}本 · {total}</translation>
    </message>
    <message>
        <source>Its video is current; more takes are wanted.</source>
        <translation>動画は最新です。さらにテイクを作ります。</translation>
    </message>
    <message>
        <source>rejected · {count} more · {total}</source>
        <translation>ボツ · あと{count}本 · {total}</translation>
    </message>
    <message>
        <source>All its videos were rejected; more takes are wanted.</source>
        <translation>動画はすべてボツです。さらにテイクを作ることになっています。</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>ボツ</translation>
    </message>
    <message>
        <source>What there is of it was rejected, and plays until there is something better: want one more take.</source>
        <translation>残っている動画はすべてボツです。よりよい動画ができるまではこれが再生されます。テイクを1つ増やしてください。</translation>
    </message>
    <message>
        <source>rehearsal · {total}</source>
        <translation>リハーサル · {total}</translation>
    </message>
    <message>
        <source>rehearsing</source>
        <translation>リハーサル中</translation>
    </message>
    <message>
        <source>Its stills have a free rehearsal; the video itself isn&apos;t made.</source>
        <translation>この静止画には無料のリハーサルがあります。本番の動画はまだありません。</translation>
    </message>
    <message>
        <source>Its free rehearsal is being made; the video itself isn&apos;t made.</source>
        <translation>無料のリハーサルを作成中です。動画自体は作られていません。</translation>
    </message>
    <message>
        <source>rehearsal waits</source>
        <translation>リハーサル待ち</translation>
    </message>
    <message>
        <source>Its free rehearsal waits in the queue, which says why. The video itself isn&apos;t made.</source>
        <translation>無料のリハーサルがキューで待っています。理由はキューに表示されます。動画自体は作られていません。</translation>
    </message>
    <message>
        <source>older rehearsal · {total}</source>
        <translation>以前のリハーサル · {total}</translation>
    </message>
    <message>
        <source>A free rehearsal of another still or other words stands in; the video itself isn&apos;t made.</source>
        <translation>別の静止画または別の言葉の無料リハーサルが代わりに使われます。動画自体は作られていません。</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t there, or its drive doesn&apos;t answer, and the library has no copy. Put it back, or choose another picture.</source>
        <translation>「{path}」が見つからないか、そのドライブが応答せず、ライブラリにもコピーがありません。元の場所に戻すか、別の画像を選んでください。</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Its video is made from these two stills and these words.</source>
        <translation>この2枚の静止画とこの言葉から動画が作られています。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>It was ordered; the queue says how far it is.</source>
        <translation>注文済みです。進み具合はキューで確認できます。</translation>
    </message>
    <message>
        <source>answer lost</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>Its order was sent, but the answer was lost. It may have been charged, so nothing is sent again by itself: the queue lets you decide.</source>
        <translation>注文は送られましたが、応答が失われました。課金された可能性があるため、自動では再送されません。キューで決めてください。</translation>
    </message>
    <message>
        <source>waits in the queue</source>
        <translation>キューで待機中</translation>
    </message>
    <message>
        <source>Nothing of it was sent yet; the queue says why.</source>
        <translation>まだ何も送信されていません。理由はキューに表示されます。</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>You let it be made; it is ordered when its turn comes.</source>
        <translation>作成を承認済みです。順番が来たら注文されます。</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>It came to nothing. The queue says why, and tries it again.</source>
        <translation>作成できませんでした。理由の確認と再試行はキューでできます。</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>取り下げ</translation>
    </message>
    <message>
        <source>Its order was taken out of the queue. One more take makes it after all.</source>
        <translation>注文はキューから取り下げられました。テイクを1つ増やすと作れます。</translation>
    </message>
    <message>
        <source>out of date · {total}</source>
        <translation>要更新 · {total}</translation>
    </message>
    <message>
        <source>Its video was made from another still or other words, and can be played. What was there before, put back, makes it current again, free.</source>
        <translation>動画は別の静止画か別の言葉から作られたもので、再生はできます。前の内容に戻せば、無料で再び最新になります。</translation>
    </message>
    <message>
        <source>its video is away</source>
        <translation>動画なし</translation>
    </message>
    <message>
        <source>It was made, and taken out of the library since. Take it back from the trash, or want one more take.</source>
        <translation>作成後にライブラリから外されました。ゴミ箱から戻すか、テイクを1つ増やしてください。</translation>
    </message>
    <message>
        <source>not made · {total}</source>
        <translation>未作成 · {total}</translation>
    </message>
    <message>
        <source>There is no video of these two stills yet.</source>
        <translation>この2枚の静止画の動画はまだありません。</translation>
    </message>
    <message>
        <source>1 still</source>
        <translation>静止画1枚</translation>
    </message>
    <message>
        <source>{count} stills</source>
        <translation>静止画{count}枚</translation>
    </message>
    <message>
        <source>1 gap</source>
        <translation>1区間</translation>
    </message>
    <message>
        <source>{count} gaps</source>
        <translation>{count}区間</translation>
    </message>
    <message>
        <source>{count} can&apos;t be made</source>
        <translation>作成不可 {count}</translation>
    </message>
    <message>
        <source>{count} rejected</source>
        <translation>ボツ {count}</translation>
    </message>
    <message>
        <source>{count} not known yet</source>
        <translation>未確認 {count}</translation>
    </message>
    <message>
        <source>{count} current</source>
        <translation>最新 {count}</translation>
    </message>
    <message>
        <source>{count} out of date</source>
        <translation>要更新 {count}</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>実行中 {count}</translation>
    </message>
    <message>
        <source>{count} without an answer</source>
        <translation>応答なし {count}</translation>
    </message>
    <message>
        <source>{count} waiting in the queue</source>
        <translation>{count} 件がキューで待機中</translation>
    </message>
    <message>
        <source>{count} waiting for their turn</source>
        <translation>順番待ち {count}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>失敗 {count}</translation>
    </message>
    <message>
        <source>{count} taken off</source>
        <translation>取り下げ {count}</translation>
    </message>
    <message>
        <source>{count} away</source>
        <translation>動画なし {count}</translation>
    </message>
    <message>
        <source>{count} not made</source>
        <translation>未作成 {count}</translation>
    </message>
    <message>
        <source>1 gap has no video yet, so it isn&apos;t in the film.</source>
        <translation>まだ動画のない1区間は、映像に含まれません。</translation>
    </message>
    <message>
        <source>{count} gaps have no video yet, so they aren&apos;t in the film.</source>
        <translation>まだ動画のない{count}区間は、映像に含まれません。</translation>
    </message>
    <message>
        <source>1 gap has no video yet; while the film plays, its two stills stand in for it. They aren&apos;t in what you export.</source>
        <translation>1区間にまだ動画がないので、再生中はその2枚の静止画で代用します。書き出すものには含まれません。</translation>
    </message>
    <message>
        <source>{count} gaps have no video yet; while the film plays, their stills stand in for them. They aren&apos;t in what you export.</source>
        <translation>{count}区間にまだ動画がないので、再生中はその静止画で代用します。書き出すものには含まれません。</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>ボード</translation>
    </message>
    <message>
        <source>A board in the library&apos;s folder {folder} is damaged and can&apos;t be opened. It stays as it is.</source>
        <translation>ライブラリのフォルダー{folder}にあるボードが破損しており、開けません。そのまま残してあります。</translation>
    </message>
    <message>
        <source>{count} boards in the library&apos;s folder {folder} are damaged and can&apos;t be opened. They stay as they are.</source>
        <translation>ライブラリのフォルダー{folder}にある{count}個のボードが破損しており、開けません。そのまま残してあります。</translation>
    </message>
    <message>
        <source>There is a board “{name}” already. Choose another name.</source>
        <translation>「{name}」という名前のボードはすでにあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>The board “{name}” is in the library&apos;s trash. Its videos stay, and what it has ordered goes on.</source>
        <translation>ボード「{name}」をライブラリのゴミ箱に移しました。動画は残り、注文済みのものは続きます。</translation>
    </message>
    <message>
        <source>The board “{name}” is gone. It was empty, so there is nothing of it in the trash.</source>
        <translation>ボード「{name}」を削除しました。空だったため、ゴミ箱には何も入っていません。</translation>
    </message>
    <message>
        <source>That board isn&apos;t in the trash any more.</source>
        <translation>そのボードはもうゴミ箱にありません。</translation>
    </message>
    <message>
        <source>The board “{name}” was deleted or given another name on another computer. It stays open here as it is; what you change keeps it again.</source>
        <translation>ボード「{name}」は別のコンピュータで削除されたか、名前が変わりました。ここでは今のまま開いています。変更すると、また保存されます。</translation>
    </message>
    <message>
        <source>The board “{name}” was changed on another computer meanwhile. That one stays; yours is kept as “{other}”. Both know the same videos.</source>
        <translation>ボード「{name}」は、その間に別のコンピューターで変更されました。そちらを残し、こちらは「{other}」として保存しました。動画はどちらからも参照できます。</translation>
    </message>
    <message>
        <source>What you changed last on the board “{name}” couldn&apos;t be kept, because the library can&apos;t be written to. Open the board again before you quit: it is still there, and is kept when that works.</source>
        <translation>ライブラリに書き込めないため、絵コンテボード「{name}」の最後の変更を保存できませんでした。終了する前にボードをもう一度開いてください。変更は残っていて、書き込めるようになると保存されます。</translation>
    </message>
    <message>
        <source>A still was changed meanwhile, so nothing was ordered. Look at the sums again, then press once more.</source>
        <translation>その間に静止画が変更されたため、何も注文していません。金額を確認し直してから、もう一度押してください。</translation>
    </message>
    <message>
        <source>Nothing was ordered: stills are still on their way onto the board. See the sums then, and press again. If they don&apos;t come, Escape calls them off.</source>
        <translation>何も注文していません。まだボードに入る途中の静止画があります。入ってから合計を確かめて、もう一度押してください。届かないときは、Esc で取りやめます。</translation>
    </message>
    <message>
        <source>This board stays open: stills are still on their way onto it. If they don&apos;t come, Escape calls them off.</source>
        <translation>このボードは開いたままです。まだここに入る途中の静止画があります。届かないときは、Esc で取りやめます。</translation>
    </message>
    <message>
        <source>Called off: the board stays as it is, and nothing was ordered.</source>
        <translation>取りやめました。ボードはそのままで、何も注文していません。</translation>
    </message>
</context>
<context>
    <name>command line</name>
    <message>
        <source>The table “{table}” is read, as the last time. `--sheet` reads another one.</source>
        <translation>前回と同じ表「{table}」を読み込みます。別の表は `--sheet` で指定できます。</translation>
    </message>
    <message>
        <source>This kind of workbook doesn&apos;t tell which rows are hidden: all of them are taken.</source>
        <translation>この種類のブックでは、どの行が非表示か分かりません。すべての行を含めます。</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>{number}行目</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>There is no preset “{name}” in the library. There is: {names}.</source>
        <translation>ライブラリにプリセット「{name}」はありません。あるのは次のとおりです：{names}。</translation>
    </message>
    <message>
        <source>There is no preset “{name}”: this library has none at all. Presets are saved in the window, from the small button above the prompt.</source>
        <translation>プリセット「{name}」はありません。このライブラリにはプリセットが1つもありません。プリセットはウィンドウで、プロンプトの上の小さなボタンから保存します。</translation>
    </message>
    <message>
        <source>“{text}” doesn&apos;t say an option and its values. Write OPTION=VALUE,VALUE; options are {options}.</source>
        <translation>「{text}」では設定とその値が分かりません。「設定=値,値」の形で書いてください。使える設定：{options}。</translation>
    </message>
    <message>
        <source>There is no folder “{path}”. Choose one that is there.</source>
        <translation>フォルダー「{path}」がありません。存在するフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>1 video was ordered and hasn&apos;t ended: the window goes on with it, or `vidu-desktop batch resume {batch}`.</source>
        <translation>動画1本は注文済みで、まだ終わっていません。ウィンドウか `vidu-desktop batch resume {batch}` で続けられます。</translation>
    </message>
    <message>
        <source>{count} videos were ordered and haven&apos;t ended: the window goes on with them, or `vidu-desktop batch resume {batch}`.</source>
        <translation>動画{count}本は注文済みで、まだ終わっていません。ウィンドウか `vidu-desktop batch resume {batch}` で続けられます。</translation>
    </message>
    <message>
        <source>1 video wasn&apos;t ordered, because the batch&apos;s budget is used: `vidu-desktop batch resume {batch} --budget SUM` with a larger sum goes on.</source>
        <translation>動画1本が注文されていません。バッチの予算を使い切ったためです。より大きな金額で `vidu-desktop batch resume {batch} --budget SUM` を実行すると続けます。</translation>
    </message>
    <message>
        <source>{count} videos weren&apos;t ordered, because the batch&apos;s budget is used: `vidu-desktop batch resume {batch} --budget SUM` with a larger sum goes on.</source>
        <translation>動画{count}本が注文されていません。バッチの予算を使い切ったためです。より大きな金額で `vidu-desktop batch resume {batch} --budget SUM` を実行すると続けます。</translation>
    </message>
    <message>
        <source>1 video wasn&apos;t ordered, because its picture or its price isn&apos;t what was approved: the sheet again with a budget approves it as it is now.</source>
        <translation>動画1本が注文されていません。画像か料金が承認時と異なるためです。予算を付けて同じシートをもう一度実行すると、現在の内容を承認できます。</translation>
    </message>
    <message>
        <source>{count} videos weren&apos;t ordered, because their pictures or prices aren&apos;t what was approved: the sheet again with a budget approves them as they are now.</source>
        <translation>動画{count}本が注文されていません。画像か料金が承認時と異なるためです。予算を付けて同じシートをもう一度実行すると、現在の内容を承認できます。</translation>
    </message>
    <message>
        <source>A result can&apos;t be written as “{path}”. Nothing was begun. Give it one of these endings: {endings}.</source>
        <translation>結果は「{path}」として書き出せません。何も始めていません。次の拡張子のどれかを付けてください：{endings}。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written: its folder isn&apos;t there, you may not write into it, something that isn&apos;t a file has that name, or the name is too long. Nothing was begun. Choose another place.</source>
        <translation>「{path}」に書き込めません。フォルダーがないか、そこに書き込む権限がないか、ファイルではないものが同じ名前か、名前が長すぎます。何も開始していません。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The result would be written beside the sheet, as “{path}”, and can&apos;t be: its folder isn&apos;t there, you may not write into it, or the name is too long. Nothing of it was sent. Name another place, such as --result &quot;{place}&quot;.</source>
        <translation>結果はシートの隣に「{path}」として書き込まれるはずですが、書き込めません。フォルダーがないか、そこに書き込む権限がないか、名前が長すぎます。何も送信していません。別の場所を指定してください（例: --result &quot;{place}&quot;）。</translation>
    </message>
    <message>
        <source>The result isn&apos;t written into the sheet itself. Give it another name.</source>
        <translation>結果を元のシートに書き込むことはできません。別の名前にしてください。</translation>
    </message>
    <message>
        <source>{stored} in the library, {wrong} went wrong, {wait} wait; {price}</source>
        <translation>ライブラリ内{stored}、失敗{wrong}、待機中{wait}、{price}</translation>
    </message>
    <message>
        <source>1 row waits: a picture isn&apos;t the file that was approved any more. Nothing of it was sent; the same command approves it as it is now.</source>
        <translation>1行が待機中です。画像が承認時のファイルではなくなっています。この行は何も送信されていません。同じコマンドで、現在の内容を承認できます。</translation>
    </message>
    <message>
        <source>{count} rows wait: a picture isn&apos;t the file that was approved any more. Nothing of them was sent; the same command approves them as they are now.</source>
        <translation>{count}行が待機中です。画像が承認時のファイルではなくなっています。これらの行は何も送信されていません。同じコマンドで、現在の内容を承認できます。</translation>
    </message>
    <message>
        <source>1 row waits: its price isn&apos;t the one that was approved. The same command approves it as it is now.</source>
        <translation>1行が待機中です。料金が承認時と異なります。同じコマンドで、現在の料金を承認できます。</translation>
    </message>
    <message>
        <source>{count} rows wait: their price isn&apos;t the one that was approved. The same command approves them as they are now.</source>
        <translation>{count}行が待機中です。料金が承認時と異なります。同じコマンドで、現在の料金を承認できます。</translation>
    </message>
    <message>
        <source>1 video was ordered on another computer and isn&apos;t in the library yet. It isn&apos;t ordered again.</source>
        <translation>動画1本は別のコンピューターで注文済みで、まだライブラリにありません。再び注文することはありません。</translation>
    </message>
    <message>
        <source>{count} videos were ordered on another computer and aren&apos;t in the library yet. They aren&apos;t ordered again.</source>
        <translation>動画{count}本は別のコンピューターで注文済みで、まだライブラリにありません。再び注文することはありません。</translation>
    </message>
    <message>
        <source>1 was taken off the queue, and isn&apos;t ordered again.</source>
        <translation>1本はキューから取り下げられており、再び注文しません。</translation>
    </message>
    <message>
        <source>{count} were taken off the queue, and aren&apos;t ordered again.</source>
        <translation>{count}本はキューから取り下げられており、再び注文しません。</translation>
    </message>
    <message>
        <source>Another computer has gone on with this batch since; 1 video isn&apos;t ordered here. The same command shows what is left.</source>
        <translation>その後、別のコンピューターがこのバッチの続きを進めました。動画1本はここでは注文されません。同じコマンドで残りを確認できます。</translation>
    </message>
    <message>
        <source>Another computer has gone on with this batch since; {count} videos aren&apos;t ordered here. The same command shows what is left.</source>
        <translation>その後、別のコンピューターがこのバッチの続きを進めました。動画{count}本はここでは注文されません。同じコマンドで残りを確認できます。</translation>
    </message>
    <message>
        <source>The batch&apos;s budget is used; 1 video waits.</source>
        <translation>バッチの予算を使い切り、動画1本が待機中です。</translation>
    </message>
    <message>
        <source>The batch&apos;s budget is used; {count} videos wait.</source>
        <translation>バッチの予算を使い切り、動画{count}本が待機中です。</translation>
    </message>
    <message>
        <source>1 row can&apos;t be ordered by this version any more.</source>
        <translation>1行は、このバージョンではもう注文できません。</translation>
    </message>
    <message>
        <source>{count} rows can&apos;t be ordered by this version any more.</source>
        <translation>{count}行は、このバージョンではもう注文できません。</translation>
    </message>
    <message>
        <source>The result couldn&apos;t be written. The videos are in the library; `vidu-desktop batch result {batch} --to FILE` writes the result to another place.</source>
        <translation>結果を書き込めませんでした。動画はライブラリにあります。`vidu-desktop batch result {batch} --to FILE` で、結果を別の場所に書き込めます。</translation>
    </message>
    <message>
        <source>Stopped by itself: too many of the last ten ended the same way ({code}). 1 video waits, nothing is lost. `vidu-desktop batch resume {batch}` goes on.</source>
        <translation>自動で停止しました。直近10本のうち同じ終わり方をしたものが多すぎます（{code}）。動画1本が待機中で、何も失われていません。続けるには `vidu-desktop batch resume {batch}` を実行してください。</translation>
    </message>
    <message>
        <source>Stopped by itself: too many of the last ten ended the same way ({code}). {count} videos wait, nothing is lost. `vidu-desktop batch resume {batch}` goes on.</source>
        <translation>自動で停止しました。直近10本のうち同じ終わり方をしたものが多すぎます（{code}）。動画{count}本が待機中で、何も失われていません。続けるには `vidu-desktop batch resume {batch}` を実行してください。</translation>
    </message>
    <message>
        <source>That is a watched folder: `batch resume` goes on with it by what was approved, without a budget or a result. `vidu-desktop watch` gives it another preset or another sum for a day.</source>
        <translation>これは監視中のフォルダーです。`batch resume` は承認された内容のまま続けます（予算や結果の指定はできません）。別のプリセットや 1 日の上限額は `vidu-desktop watch` で指定します。</translation>
    </message>
    <message>
        <source>Say with --budget what this batch may cost in all; nothing was sent. With --dry-run it is only checked, with --rehearse it is free.</source>
        <translation>このバッチ全体の上限額を--budgetで指定してください。何も送信していません。--dry-runなら確認だけ、--rehearseなら無料です。</translation>
    </message>
    <message>
        <source>The batch would come to {total}, more than its budget of {budget}. Nothing was sent. Raise the budget, take fewer rows, or add --until-budget.</source>
        <translation>バッチ全体で{total}になり、予算{budget}を超えます。何も送信していません。予算を上げるか、行を減らすか、--until-budgetを付けてください。</translation>
    </message>
    <message>
        <source>The batch would come to {total}, with {taken} for what was ordered of it before: more than its budget of {budget}. Nothing was sent. Raise the budget, take fewer rows, or add --until-budget. If another sheet lies there by now, --new begins another batch with it.</source>
        <translation>このバッチは以前に注文した {taken} を含めて合計 {total} になり、予算 {budget} を超えます。何も送信されていません。予算を上げるか、行を減らすか、--until-budget を付けてください。そこに今は別の表がある場合は、--new でその表から別のバッチを始められます。</translation>
    </message>
    <message>
        <source>The budget of {budget} doesn&apos;t pay for {price}: it is in another currency. Nothing was sent.</source>
        <translation>予算{budget}では{price}を支払えません。通貨が異なります。何も送信していません。</translation>
    </message>
    <message>
        <source>The service charges in {currency} here. Give the sum in {currency}; nothing was sent.</source>
        <translation>サービスはここでは{currency}で請求します。金額を{currency}で指定してください。何も送信していません。</translation>
    </message>
    <message>
        <source>To be made once more: {count}, {price}.</source>
        <translation>もう一度作るもの：{count}本、{price}。</translation>
    </message>
    <message>
        <source>To be tried again: {count}, {price}.</source>
        <translation>再試行するもの：{count}本、{price}。</translation>
    </message>
    <message>
        <source>No row is left to make a video of. Nothing was sent.</source>
        <translation>動画にする行が残っていません。何も送信していません。</translation>
    </message>
    <message>
        <source>Nothing of this batch was approved. Run its sheet again with a budget.</source>
        <translation>このバッチは何も承認されていません。予算を付けて、シートをもう一度実行してください。</translation>
    </message>
    <message>
        <source>One sheet at a time: “{text}” is one too many.</source>
        <translation>シートは1度に1つです。「{text}」が余分です。</translation>
    </message>
    <message>
        <source>Several batches begin with “{text}”. Give more of the name.</source>
        <translation>「{text}」で始まるバッチが複数あります。もっと長く入力してください。</translation>
    </message>
    <message>
        <source>Say which batch: the beginning of its id. `vidu-desktop batch list` lists them.</source>
        <translation>どのバッチか、id の先頭で示してください。`vidu-desktop batch list` で一覧できます。</translation>
    </message>
    <message>
        <source>No batch begins with “{text}”. `vidu-desktop batch list` lists them.</source>
        <translation>「{text}」で始まるバッチはありません。`vidu-desktop batch list` で一覧を表示できます。</translation>
    </message>
    <message>
        <source>A chain needs at least two stills.</source>
        <translation>連続には静止画が2枚以上必要です。</translation>
    </message>
    <message>
        <source>Say with --budget what this chain may cost in all; nothing was sent. With --dry-run it is only checked, with --rehearse it is free.</source>
        <translation>この連続全体の上限額を--budgetで指定してください。何も送信していません。--dry-runなら確認だけ、--rehearseなら無料です。</translation>
    </message>
    <message>
        <source>With what was ordered before, the chain would come to {total}, more than its budget of {budget}. Nothing was sent. Raise the budget, or leave out stills or takes.</source>
        <translation>注文済みの分と合わせると連続全体で{total}になり、予算{budget}を超えます。何も送信していません。予算を上げるか、静止画かテイクを減らしてください。</translation>
    </message>
    <message>
        <source>Of these videos you have {count} already, from the same stills with the same words, the first since {day}. Nothing was sent. Use the name of that chain, or add --again to pay for them once more.</source>
        <translation>これらの動画のうち{count}本は、同じ静止画と同じ言葉のものがすでにあります（最初のものは{day}から）。何も送信していません。その連続の名前を使うか、もう一度支払うには--againを付けてください。</translation>
    </message>
    <message>
        <source>{shot}, {start} → {end}: {problem}</source>
        <translation>{shot}、{start} → {end}：{problem}</translation>
    </message>
    <message>
        <source>Film, timeline and contact sheet need names of their own.</source>
        <translation>映像、タイムライン、コンタクトシートにはそれぞれ別の名前が必要です。</translation>
    </message>
    <message>
        <source>There is no folder “{path}”. Make it, or choose another one.</source>
        <translation>フォルダー「{path}」はありません。作成するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>--trim, --speed, --fade and --sound are for a film: say with --join or --timeline where it goes.</source>
        <translation>--trim、--speed、--fade、--sound は映像のためのものです。--join か --timeline で書き出し先を指定してください。</translation>
    </message>
    <message>
        <source>--pictures and --match-colours are for a film: say with --join where it goes.</source>
        <translation>--pictures、--match-colours は映像のためのものです。--join で書き出し先を指定してください。</translation>
    </message>
    <message>
        <source>There is no gap {shot} in this chain; nothing was sent. They are called {first} to {last}.</source>
        <translation>この連続に区間 {shot} はありません。何も送信していません。名前は {first} から {last} までです。</translation>
    </message>
    <message>
        <source>Gaps without a video in the library: {count}. So no film and no timeline was made; above stands what each needs.</source>
        <translation>ライブラリに動画のない区間：{count}。そのため映像もタイムラインも作りませんでした。それぞれに必要なものは上のとおりです。</translation>
    </message>
    <message>
        <source>“{name}” was changed or taken away meanwhile; nothing was sent.</source>
        <translation>「{name}」が途中で変更または移動されたため、何も送信していません。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read as a text with a prompt a line. Save it as UTF-8.</source>
        <translation>「{name}」を、1行に1つのプロンプトとして読み取れません。UTF-8で保存してください。</translation>
    </message>
    <message>
        <source>A line of the prompts is for a gap of the chain. Lines: {lines}; gaps: {gaps}. Give each gap its line.</source>
        <translation>プロンプトは区間ごとに1行です。行：{lines}、区間：{gaps}。区間ごとに1行を書いてください。</translation>
    </message>
    <message>
        <source>Interrupted. Nothing is lost: `vidu-desktop resume` carries on.</source>
        <translation>中断しました。何も失われていません。続けるには `vidu-desktop resume` を実行してください。</translation>
    </message>
    <message>
        <source>Interrupted. What was finished stays, and nothing half-written is left.</source>
        <translation>中断しました。終わったものは残り、書きかけのものは残っていません。</translation>
    </message>
    <message>
        <source>This command ends here, and what is unfinished waits; nothing is lost. `vidu-desktop resume`, or the window, goes on with it as soon as that is possible.</source>
        <translation>このコマンドはここで終わります。終わっていないものは待機し、何も失われません。続けられるようになれば、`vidu-desktop resume` またはウィンドウが続きを行います。</translation>
    </message>
    <message>
        <source>This command has ended, and doesn&apos;t go on by itself. Once there is room, `vidu-desktop jobs` shows what was ordered, and `vidu-desktop resume` carries on with it.</source>
        <translation>このコマンドは終了していて、自動では再開しません。空きができたら、`vidu-desktop jobs` で注文済みのものを確認でき、`vidu-desktop resume` で続きを行えます。</translation>
    </message>
    <message>
        <source>This computer has no open files, memory or threads left, so this command ends here; nothing is lost. End other programs; then `vidu-desktop jobs` shows what was ordered, and `vidu-desktop resume` carries on with it.</source>
        <translation>このコンピューターには、ファイル、メモリ、スレッドの空きがないため、このコマンドはここで終わります。何も失われません。ほかのプログラムを終了してください。その後、`vidu-desktop jobs` で注文したものを確認でき、`vidu-desktop resume` で続きを行えます。</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t a folder, so nothing can be kept in it. Name a folder with --home or {variable}, or leave that out.</source>
        <translation>「{path}」はフォルダーではないため、何も保存できません。--home か {variable} でフォルダーを指定するか、指定を外してください。</translation>
    </message>
    <message>
        <source>{message}</source>
        <translation>{message}</translation>
    </message>
    <message>
        <source>{format} leaves the pictures as they are. Use h264 to change size, rate, range or colours.</source>
        <translation>{format}は映像をそのまま保ちます。サイズ、フレームレート、範囲、色を変えるにはh264を使ってください。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t in the library.</source>
        <translation>「{name}」はライブラリにありません。</translation>
    </message>
    <message>
        <source>“{path}” is there already and isn&apos;t written over.</source>
        <translation>「{path}」はすでにあり、上書きしません。</translation>
    </message>
    <message>
        <source>“{name}” is the same video as “{other}”. Nothing was written. Name each once.</source>
        <translation>「{name}」は「{other}」と同じ動画です。何も書き込まれていません。それぞれ一度だけ指定してください。</translation>
    </message>
    <message>
        <source>Taken in: {path}</source>
        <translation>取り込みました：{path}</translation>
    </message>
    <message>
        <source>There is no video there: folders are looked through for MP4, M4V and MOV. Nothing was taken in.</source>
        <translation>そこに動画はありません。フォルダーでは MP4、M4V、MOV を探します。何も読み込まれませんでした。</translation>
    </message>
    <message>
        <source>Not taken in: {count}. Give them again to go on.</source>
        <translation>読み込んでいないもの: {count}。続けるには、もう一度指定してください。</translation>
    </message>
    <message>
        <source>Back from the trash: {path}</source>
        <translation>ゴミ箱から戻しました：{path}</translation>
    </message>
    <message>
        <source>Made: {path}</source>
        <translation>作成しました：{path}</translation>
    </message>
    <message>
        <source>Made: {path} (colours as they were: matching would not have made them better)</source>
        <translation>作成しました：{path}（色は元のままです。合わせても良くなりませんでした）</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t a folder. Choose a folder for what is written.</source>
        <translation>「{path}」はフォルダーではありません。書き込み先のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written: you may not write into its folder, or its name is too long. Choose another place.</source>
        <translation>「{path}」に書き込めません。フォルダーへの書き込み権限がないか、名前が長すぎます。別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Say which clips and with --to which new folder, or with --answers which file came back; nothing was written.</source>
        <translation>対象のクリップと、新しいフォルダーを--toで指定してください。戻ってきたファイルは--answersで指定します。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>This video isn&apos;t in the library, so its answer was left out.</source>
        <translation>この動画はライブラリにないため、その回答は除かれました。</translation>
    </message>
    <message>
        <source>The queue is paused, so nothing new is sent; what was sent before goes on. `vidu-desktop jobs go-on` ends the pause.</source>
        <translation>キューが一時停止中のため、新しいものは送信されません。送信済みのものは続行します。再開するには `vidu-desktop jobs go-on` を実行してください。</translation>
    </message>
    <message>
        <source>{count} orders in a row got no answer, and each may have been charged. Nothing more is sent, so that not more is at risk. Look whether the service works; `vidu-desktop jobs go-on` ends the pause.</source>
        <translation>続けて{count}件の注文に応答がなく、それぞれ課金された可能性があります。課金不明が増えないよう、これ以上は送信しません。サービスが動いているか確認してください。再開するには `vidu-desktop jobs go-on` を実行してください。</translation>
    </message>
    <message>
        <source>The service answers again.</source>
        <translation>サービスが再び応答しています。</translation>
    </message>
    <message>
        <source>Nothing is unfinished.</source>
        <translation>未完了のものはありません。</translation>
    </message>
    <message>
        <source>There are no jobs.</source>
        <translation>ジョブはありません。</translation>
    </message>
    <message>
        <source>{count} videos, {price}</source>
        <translation>動画{count}本、{price}</translation>
    </message>
    <message>
        <source>{count} videos, free</source>
        <translation>動画{count}本、無料</translation>
    </message>
    <message>
        <source>The queue isn&apos;t paused. The window sends what waits.</source>
        <translation>キューは一時停止していません。待機中のものはウィンドウが送信します。</translation>
    </message>
    <message>
        <source>The queue isn&apos;t paused. `vidu-desktop resume` sends what waits.</source>
        <translation>キューは一時停止していません。待機中のものを送信するには `vidu-desktop resume` を実行してください。</translation>
    </message>
    <message>
        <source>1 of these {count} fits into your budget. {left} is left; what doesn&apos;t fit waits in the queue.</source>
        <translation>{count}本のうち1本が予算に収まります。残りは{left}で、収まらないものはキューで待機します。</translation>
    </message>
    <message>
        <source>{fits} of these {count} fit into your budget. {left} is left; what doesn&apos;t fit waits in the queue.</source>
        <translation>{count}本のうち{fits}本が予算に収まります。残りは{left}で、収まらないものはキューで待機します。</translation>
    </message>
    <message>
        <source>There is no key for {door} yet, so nothing was sent. Set {variable} or add the key in the window&apos;s settings; or add --rehearse for a free draft made on this machine.</source>
        <translation>{door}のキーがまだないため、何も送信していません。{variable}を設定するか、ウィンドウの設定でキーを追加してください。または--rehearseを付けると、このコンピューターで無料の下書きを作れます。</translation>
    </message>
    <message>
        <source>{why} Nothing was sent. Set {variable} or add the key in the window&apos;s settings; or add --rehearse for a free draft made on this machine.</source>
        <translation>{why}何も送信していません。{variable}を設定するか、ウィンドウの設定でキーを追加してください。または--rehearseを付けると、このコンピューターで無料の下書きを作れます。</translation>
    </message>
    <message>
        <source>Several jobs begin with “{text}”. Give more of the name.</source>
        <translation>「{text}」で始まるジョブが複数あります。もっと長く入力してください。</translation>
    </message>
    <message>
        <source>No job begins with “{text}”. `vidu-desktop jobs` lists them.</source>
        <translation>「{text}」で始まるジョブはありません。`vidu-desktop jobs` で一覧を表示できます。</translation>
    </message>
    <message>
        <source>Say with --per-day what this folder may cost in a day; nothing was begun. With --rehearse it is free.</source>
        <translation>このフォルダーの1日の上限額を--per-dayで指定してください。何も開始していません。--rehearseなら無料です。</translation>
    </message>
    <message>
        <source>Say with --preset what becomes of the pictures. The window saves presets in each tab.</source>
        <translation>画像から何を作るかを--presetで指定してください。プリセットはウィンドウの各タブで保存できます。</translation>
    </message>
    <message>
        <source>Watching “{folder}”. What appears there becomes a video when it has looked the same for some seconds. Ctrl-C ends it.</source>
        <translation>「{folder}」を監視しています。現れた画像は、数秒間変化がなければ動画になります。Ctrl-Cで終了します。</translation>
    </message>
    <message>
        <source>Making what lies in “{folder}”. Then this command ends, and nothing is watched by it.</source>
        <translation>「{folder}」にあるものを作成します。終わるとこのコマンドは終了し、監視は続けません。</translation>
    </message>
    <message>
        <source>“{folder}” isn&apos;t watched any more, so nothing was sent. `vidu-desktop watch` begins anew, by a preset and a sum for a day.</source>
        <translation>「{folder}」の監視は終了しているため、何も送信していません。`vidu-desktop watch` でプリセットと 1 日の上限額を指定して始め直せます。</translation>
    </message>
    <message>
        <source>One folder at a time: “{text}” is one too many.</source>
        <translation>フォルダーは1度に1つです。「{text}」が余分です。</translation>
    </message>
    <message>
        <source>“{text}” is no folder that is watched, or several are meant. `vidu-desktop watch list` lists them.</source>
        <translation>「{text}」は監視フォルダーではないか、複数が当てはまります。`vidu-desktop watch list` で一覧を表示できます。</translation>
    </message>
    <message>
        <source>1 video is in the index.</source>
        <translation>索引に動画が1本あります。</translation>
    </message>
    <message>
        <source>{count} videos are in the index.</source>
        <translation>索引に動画が{count}本あります。</translation>
    </message>
    <message>
        <source>There are no videos yet.</source>
        <translation>動画はまだありません。</translation>
    </message>
    <message>
        <source>1 record can&apos;t be read, so what it says of its video isn&apos;t shown here. `vidu-desktop library verify` says which one it is; its video stays where it is.</source>
        <translation>読み取れない記録が 1 件あり、動画についてのその内容はここに表示されていません。どの記録かは `vidu-desktop library verify` でわかります。動画はそのまま残ります。</translation>
    </message>
    <message>
        <source>{count} records can&apos;t be read, so what they say of their videos isn&apos;t shown here. `vidu-desktop library verify` says which ones they are; their videos stay where they are.</source>
        <translation>読み取れない記録が {count} 件あり、動画についてのその内容はここに表示されていません。どの記録かは `vidu-desktop library verify` でわかります。動画はそのまま残ります。</translation>
    </message>
    <message>
        <source>{path}: this video can&apos;t be measured.</source>
        <translation>{path}：この動画は測定できません。</translation>
    </message>
    <message>
        <source>Every video that can be measured is.</source>
        <translation>測定できる動画はすべて測定済みです。</translation>
    </message>
    <message>
        <source>Everything is as it should be.</source>
        <translation>問題はありません。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>rehearsal</source>
        <translation>リハーサル</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>Looking at {count} pictures…</source>
        <translation>画像{count}枚を確認しています…</translation>
    </message>
    <message>
        <source>{done} of {count} pictures looked at.</source>
        <translation>画像{count}枚のうち{done}枚を確認しました。</translation>
    </message>
    <message>
        <source>Standard output couldn&apos;t be written to; what should stand there is lost.</source>
        <translation>標準出力に書き込めませんでした。そこに出るはずの内容は失われました。</translation>
    </message>
    <message>
        <source>free</source>
        <translation>無料</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>課金不明</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>損失扱い</translation>
    </message>
    <message>
        <source>1 video to make, {price}</source>
        <translation>これから作る動画1本、{price}</translation>
    </message>
    <message>
        <source>{count} videos to make, {price}</source>
        <translation>これから作る動画{count}本、{price}</translation>
    </message>
    <message>
        <source>1 was ordered before</source>
        <translation>1本は注文済み</translation>
    </message>
    <message>
        <source>{count} were ordered before</source>
        <translation>{count}本は注文済み</translation>
    </message>
    <message>
        <source>{price} ordered so far</source>
        <translation>これまでの注文は{price}</translation>
    </message>
    <message>
        <source>changed after they were ordered, and left as they were: lines {lines}</source>
        <translation>注文後に変更され、元のまま扱う行：{lines}</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>問題1件</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <translation>問題{count}件</translation>
    </message>
    <message>
        <source>{count}, {price}, without the rows that have problems</source>
        <translation>問題のある行を除くと{count}本、{price}</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>ordered, not here yet</source>
        <translation>注文済み、未着</translation>
    </message>
    <message>
        <source>ordered, but its answer was lost; `vidu-desktop jobs send-again` asks for it with the same number</source>
        <translation>注文済みですが応答が失われました。`vidu-desktop jobs send-again` で同じ番号のまま問い合わせます</translation>
    </message>
    <message>
        <source>waits in the queue, not sent yet</source>
        <translation>キューで待機中、まだ送信されていません</translation>
    </message>
    <message>
        <source>let be made, waits for its turn</source>
        <translation>作成を承認済み、順番待ち</translation>
    </message>
    <message>
        <source>taken out of the queue; `--takes` with one more makes another</source>
        <translation>キューから取り下げ。もう1本作るには `--takes` を1つ増やしてください</translation>
    </message>
    <message>
        <source>went wrong; `vidu-desktop batch retry {batch}` tries it again</source>
        <translation>失敗。再試行するには `vidu-desktop batch retry {batch}` を実行してください</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>要更新</translation>
    </message>
    <message>
        <source>made, and taken out of the library since; take it back from the trash</source>
        <translation>作成後にライブラリから外されました。ゴミ箱から戻してください</translation>
    </message>
    <message>
        <source>not made</source>
        <translation>未作成</translation>
    </message>
    <message>
        <source>rejected; `--takes` with one more makes another</source>
        <translation>ボツ。もう1本作るには `--takes` を1つ増やしてください</translation>
    </message>
    <message>
        <source>Sent as: {text}</source>
        <translation>送信内容：{text}</translation>
    </message>
    <message>
        <source>Name a picture at least. With `reference`, @NAME in the prompt brings the pictures from the shelf.</source>
        <translation>画像を1枚以上指定してください。`reference` では、プロンプト内の @名前 で素材棚の画像を使えます。</translation>
    </message>
    <message>
        <source>Nobody on the shelf is called “{name}”; nothing was taken off. `vidu-desktop shelf list` lists them.</source>
        <translation>素材棚に「{name}」はありません。何も外していません。`vidu-desktop shelf list` で一覧を表示できます。</translation>
    </message>
    <message>
        <source>Interrupted here. Nothing is lost: what was ordered goes on in Vidu Desktop&apos;s window; `vidu-desktop jobs` shows it.</source>
        <translation>ここでは中断しました。何も失われていません。注文済みのものはVidu Desktopのウィンドウで続行します。`vidu-desktop jobs` で確認できます。</translation>
    </message>
    <message>
        <source>Vidu Desktop&apos;s window was closed before this was done. Nothing is lost, and nothing was begun here instead: `vidu-desktop jobs` shows what was ordered, `vidu-desktop resume` carries on.</source>
        <translation>終わる前にVidu Desktopのウィンドウが閉じられました。何も失われておらず、代わりにここで始めたものもありません。注文済みのものは `vidu-desktop jobs` で確認でき、`vidu-desktop resume` で続けられます。</translation>
    </message>
    <message>
        <source>The window that is open is of another version and doesn&apos;t know this command ({message}). Close it first.</source>
        <translation>開いているウィンドウは別のバージョンで、このコマンドに対応していません（{message}）。先に閉じてください。</translation>
    </message>
    <message>
        <source>ZAI_BASE_URL says {address} here, and the window that is open sends to another address. Nothing was sent. Close the window, or leave ZAI_BASE_URL out.</source>
        <translation>ここではZAI_BASE_URLが{address}ですが、開いているウィンドウの送信先は別のアドレスです。何も送信していません。ウィンドウを閉じるか、ZAI_BASE_URLを外してください。</translation>
    </message>
    <message>
        <source>The key in the environment here (ZAI_API_KEY or ZHIPUAI_API_KEY) is another one than the window uses: another account would pay. Nothing was sent. Close the window, or leave that key out.</source>
        <translation>ここの環境変数のキー（ZAI_API_KEYまたはZHIPUAI_API_KEY）は、ウィンドウが使っているものと異なり、別のアカウントが支払うことになります。何も送信していません。ウィンドウを閉じるか、そのキーを外してください。</translation>
    </message>
    <message>
        <source>1 row isn&apos;t made, because you left it out in the window: line {lines}. `--left-out take` makes it, too.</source>
        <translation>1行は作成しません。ウィンドウで除外されているためです（{lines}行目）。`--left-out take` を付けると、これも作成します。</translation>
    </message>
    <message>
        <source>{count} rows aren&apos;t made, because you left them out in the window: lines {lines}. `--left-out take` makes them, too.</source>
        <translation>{count}行は作成しません。ウィンドウで除外されているためです（{lines}行目）。`--left-out take` を付けると、これらも作成します。</translation>
    </message>
    <message>
        <source>1 row is made as you changed it in the window, not as the sheet has it: line {lines}.</source>
        <translation>1行はシートの内容ではなく、ウィンドウで変更したとおりに作成します（{lines}行目）。</translation>
    </message>
    <message>
        <source>{count} rows are made as you changed them in the window, not as the sheet has them: lines {lines}.</source>
        <translation>{count}行はシートの内容ではなく、ウィンドウで変更したとおりに作成します（{lines}行目）。</translation>
    </message>
    <message>
        <source>1 row isn&apos;t made, because you left it out in the window: line {lines}. The sheet again with a budget and `--left-out take` makes it, too.</source>
        <translation>1行は作成しません。ウィンドウで除外されているためです（{lines}行目）。同じシートをもう一度、予算と `--left-out take` を付けて指定すると、これも作成します。</translation>
    </message>
    <message>
        <source>{count} rows aren&apos;t made, because you left them out in the window: lines {lines}. The sheet again with a budget and `--left-out take` makes them, too.</source>
        <translation>{count}行は作成しません。ウィンドウで除外されているためです（{lines}行目）。同じシートをもう一度、予算と `--left-out take` を付けて指定すると、これらも作成します。</translation>
    </message>
    <message>
        <source>1 row waits, because you changed it in the window after you approved it: line {lines}. The sheet again with a budget approves it as it is now.</source>
        <translation>1行が待機中です。承認後にウィンドウで変更されたためです（{lines}行目）。同じシートをもう一度、予算を付けて指定すると、現在の内容を承認できます。</translation>
    </message>
    <message>
        <source>{count} rows wait, because you changed them in the window after you approved them: lines {lines}. The sheet again with a budget approves them as they are now.</source>
        <translation>{count}行が待機中です。承認後にウィンドウで変更されたためです（{lines}行目）。同じシートをもう一度、予算を付けて指定すると、現在の内容を承認できます。</translation>
    </message>
    <message>
        <source>A film is written as MP4, so its name ends with .mp4; “{name}” doesn&apos;t. With --pictures it is the name of a folder.</source>
        <translation>映像はMP4で書き出すので、名前は .mp4 で終わります。「{name}」はそうではありません。--pictures のときはフォルダーの名前です。</translation>
    </message>
    <message>
        <source>A contact sheet is a web page, so its name ends with .html; “{name}” doesn&apos;t.</source>
        <translation>コンタクトシートはウェブページなので、名前は .html で終わります。「{name}」はそうではありません。</translation>
    </message>
    <message>
        <source>{option} is for sheets, and “{name}” is a folder. Nothing was sent. Leave it out.</source>
        <translation>{option} はシートのためのもので、「{name}」はフォルダーです。何も送信されていません。外してください。</translation>
    </message>
    <message>
        <source>{option} is for texts such as CSV, and “{name}” is a workbook. Nothing was sent. Leave it out.</source>
        <translation>{option} はCSVなどのテキストのためのもので、「{name}」はブックです。何も送信されていません。外してください。</translation>
    </message>
    <message>
        <source>{option} is for workbooks, and “{name}” holds one table only. Nothing was sent. Leave it out.</source>
        <translation>{option} はブックのためのもので、「{name}」には表が一つしかありません。何も送信されていません。外してください。</translation>
    </message>
    <message>
        <source>{option} is for folders, and “{name}” is a sheet. Nothing was sent. Leave it out.</source>
        <translation>{option} はフォルダーのためのもので、「{name}」はシートです。何も送信されていません。外してください。</translation>
    </message>
    <message>
        <source>{option} would make more rows, and “{name}” is a result, which has its rows. Nothing was sent. Use the sheet itself.</source>
        <translation>{option} は行を増やすもので、「{name}」は行の決まった結果です。何も送信されていません。もとのシートを使ってください。</translation>
    </message>
    <message>
        <source>The sheet is read as the last time: {options}. The same options read it otherwise.</source>
        <translation>シートは前回と同じ方法で読み取ります：{options}。同じオプションで読み取り方を変えられます。</translation>
    </message>
    <message>
        <source>No row stands in: {lines}. The rows stand in lines {first} to {last}. Nothing was sent.</source>
        <translation>次の行番号には行がありません: {lines}。行があるのは{first}行目から{last}行目までです。何も送信されていません。</translation>
    </message>
    <message>
        <source>Nothing would be left of “{name}”. Its length in frames is {count}; left out are {first} at its beginning and {last} at its end. Nothing was written. Leave out fewer with --trim.</source>
        <translation>「{name}」には何も残りません。長さは {count} フレームで、先頭の {first} フレームと末尾の {last} フレームが除かれます。何も書き込まれていません。--trim で除くフレームを減らしてください。</translation>
    </message>
    <message>
        <source>Nothing would be left of {shot} in the film. Its length in frames is about {count}; left out are {first} at its beginning and {last} at its end. Nothing was sent. Leave out fewer with --trim.</source>
        <translation>{shot} は映像に何も残りません。長さは約 {count} フレームで、先頭の {first} フレームと末尾の {last} フレームが除かれます。何も送信されていません。--trim で除くフレームを減らしてください。</translation>
    </message>
    <message>
        <source>Nothing would be left of {shot} in the film. Its length in frames is about {count} at the usual {fps:g} a second; left out are {first} at its beginning and {last} at its end. Nothing was sent. Leave out fewer with --trim. If its model has more frames a second, make its videos without --trim, --join and --timeline first: with them the same command then makes the film, and pays for nothing again.</source>
        <translation>映像には {shot} が 1 フレームも残りません。長さは普通の毎秒 {fps:g} フレームで約 {count} フレームで、先頭の {first} フレームと末尾の {last} フレームを省くことになります。何も送っていません。--trim の数を減らしてください。モデルの毎秒フレーム数がもっと多いなら、まず --trim、--join、--timeline を付けずに動画を作ってください。その後、それらを付けた同じコマンドが映像を作り、料金は二度かかりません。</translation>
    </message>
    <message>
        <source>`vidu-desktop batch &quot;{source}&quot;` with the options that you gave it before checks it anew, and approves them, too, where you name a budget.</source>
        <translation>以前と同じオプションを付けた `vidu-desktop batch &quot;{source}&quot;` で確認し直せます。予算を指定すると、それらも承認します。</translation>
    </message>
</context>
<context>
    <name>disk</name>
    <message>
        <source>The disk with “{path}” is full. Make room; nothing is lost, and the work goes on by itself.</source>
        <translation>「{path}」のあるディスクがいっぱいです。空きを作ってください。何も失われず、処理は自動で続きます。</translation>
    </message>
    <message>
        <source>At “{path}” a file can&apos;t become as large as it has to: the system limits the size of files (`ulimit -f`), or the drive takes no larger ones. Raise the limit and start again, or choose another drive; nothing is lost.</source>
        <translation>「{path}」では、ファイルを必要な大きさにできません。システムがファイルの大きさを制限しているか（`ulimit -f`）、ドライブがこれ以上大きなファイルを扱えません。制限を上げて起動し直すか、別のドライブを選んでください。何も失われません。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written to. Allow it, or choose another folder.</source>
        <translation>「{path}」に書き込めません。書き込みを許可するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>“{path}” may not be opened. Allow it, or choose another folder.</source>
        <translation>「{path}」を開く権限がありません。アクセスを許可するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Something else is in the place of “{path}”. Move it away, or choose another folder; what waits for it goes on by itself.</source>
        <translation>「{path}」の場所に別のものがあります。それを移動するか、別のフォルダーを選んでください。待っている処理は自動で続きます。</translation>
    </message>
    <message>
        <source>“{path}” isn&apos;t there. Connect its drive; what is finished waits on this computer.</source>
        <translation>「{path}」が見つかりません。ドライブを接続してください。完成したものはこのコンピューターで待機します。</translation>
    </message>
    <message>
        <source>The drive with “{path}” doesn&apos;t answer. Look at its cable or network; what is finished waits on this computer.</source>
        <translation>「{path}」のドライブが応答しません。ケーブルやネットワークを確認してください。完成したものはこのコンピューターで待機します。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be read or written now: {reason}. End other programs, or start this one again; nothing is lost.</source>
        <translation>「{path}」は現在読み書きできません（{reason}）。ほかのプログラムを終了するか、このプログラムを再起動してください。何も失われません。</translation>
    </message>
    <message>
        <source>Files can&apos;t be locked at “{path}”, so two programs could send the same order there. Nothing was sent. Keep what the program writes on another drive: start it with --home FOLDER; the library may be anywhere.</source>
        <translation>「{path}」ではファイルをロックできないため、二つのプログラムが同じ注文を送るおそれがあります。何も送信されていません。プログラムが書き込むものは別のドライブに置いてください。--home フォルダ を付けて起動します。ライブラリはどこにあってもかまいません。</translation>
    </message>
    <message>
        <source>The disk with “{path}” reports an error ({reason}). Check the disk; finished work is fetched again.</source>
        <translation>「{path}」のあるディスクがエラーを報告しています（{reason}）。ディスクを確認してください。完成したものは再び取得されます。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t there. Perhaps it was moved, renamed or deleted; choose it again.</source>
        <translation>「{name}」が見つかりません。移動されたか、名前が変更されたか、削除された可能性があります。もう一度選択してください。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose a file.</source>
        <translation>「{name}」はフォルダーです。ファイルを選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is a device or a pipe, not a file. Choose a file.</source>
        <translation>「{name}」はファイルではなく、デバイスかパイプです。ファイルを選んでください。</translation>
    </message>
    <message>
        <source>You may not read “{name}”. Change who may open it, or choose another file.</source>
        <translation>「{name}」を読み取る権限がありません。開く権限を変更するか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is larger than any file of this kind. Nothing of it was read; choose another one.</source>
        <translation>「{name}」はこの種類のファイルとしては大きすぎます。内容は読み取られていません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>reading or writing failed</source>
        <translation>読み書きに失敗</translation>
    </message>
    <message>
        <source>something of that name is there already</source>
        <translation>同じ名前のものがすでにあります</translation>
    </message>
    <message>
        <source>the drive doesn&apos;t answer</source>
        <translation>ドライブが応答しません</translation>
    </message>
    <message>
        <source>it isn&apos;t there</source>
        <translation>そこにありません</translation>
    </message>
    <message>
        <source>it isn&apos;t allowed</source>
        <translation>許可がありません</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>別のプログラムが使用中です</translation>
    </message>
    <message>
        <source>this drive can&apos;t do that</source>
        <translation>このドライブではできません</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>開いているファイルが多すぎます</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>フォルダーです</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>パスの途中にフォルダーでないものがあります</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>破損しています</translation>
    </message>
    <message>
        <source>the folder isn&apos;t empty</source>
        <translation>フォルダーが空ではありません</translation>
    </message>
    <message>
        <source>the drive can only be read</source>
        <translation>ドライブは読み取り専用です</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>ファイルが大きすぎます</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>リンクが循環しています</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>名前が長すぎます</translation>
    </message>
    <message>
        <source>its name can&apos;t be written on this drive</source>
        <translation>このドライブではその名前を書けません</translation>
    </message>
    <message>
        <source>files can&apos;t be locked there</source>
        <translation>そこではファイルをロックできません</translation>
    </message>
    <message>
        <source>the computer has no memory left</source>
        <translation>コンピューターのメモリが足りません</translation>
    </message>
    <message>
        <source>it is on another drive</source>
        <translation>別のドライブにあります</translation>
    </message>
</context>
<context>
    <name>download</name>
    <message>
        <source>The link to the video has expired. The service is asked for a fresh one.</source>
        <translation>動画へのリンクの期限が切れました。サービスに新しいリンクを求めます。</translation>
    </message>
    <message>
        <source>A page or a playlist came instead of the video. Nothing of it was kept; it is asked for again.</source>
        <translation>動画の代わりにWebページかプレイリストが届きました。内容は保存していません。再び取得を試みます。</translation>
    </message>
    <message>
        <source>The video came packed, so that it can&apos;t be checked. Nothing of it was kept.</source>
        <translation>動画が圧縮された状態で届き、検証できません。内容は保存していません。</translation>
    </message>
    <message>
        <source>What came is far larger than any video of the service. Nothing of it was kept.</source>
        <translation>届いたものは、サービスのどの動画よりもはるかに大きいものです。内容は保存していません。</translation>
    </message>
    <message>
        <source>More came than the server had promised, so it can&apos;t be trusted. Nothing of it was kept.</source>
        <translation>サーバーの予告より多くのデータが届いたため、信用できません。内容は保存していません。</translation>
    </message>
    <message>
        <source>The link to the video leads where no video of the service can be, so nothing was asked there. The service is asked for another one.</source>
        <translation>動画へのリンクが、サービスの動画があるはずのない場所を指しているため、アクセスしていません。サービスに別のリンクを求めます。</translation>
    </message>
    <message>
        <source>The server with the video can&apos;t be reached. It is tried again by itself; check the network.</source>
        <translation>動画のサーバーに接続できません。自動で再試行します。ネットワークを確認してください。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy didn&apos;t let us through to the server with the video. It is tried again by itself; check the proxy under Settings &gt; Network.</source>
        <translation>ネットワークのプロキシが、動画のサーバーへの接続を通しませんでした。自動で再試行します。「設定」&gt;「ネットワーク」でプロキシを確認してください。</translation>
    </message>
    <message>
        <source>A page came in place of the video: perhaps this network wants you to sign in, or a filter or proxy stands between. It is tried again by itself; if this stays, open any page in a browser, and check Settings &gt; Network.</source>
        <translation>動画の代わりにWebページが届きました。このネットワークがサインインを求めているか、途中にフィルターやプロキシがある可能性があります。自動でもう一度試します。続く場合は、ブラウザーで何かページを開き、「設定 &gt; ネットワーク」を確認してください。</translation>
    </message>
    <message>
        <source>This computer has no open files, memory or threads left to fetch the video. It is tried again by itself; end other programs, or start this one again.</source>
        <translation>このコンピューターには、動画を取得するためのファイル、メモリ、スレッドの空きがありません。自動でもう一度試します。ほかのプログラムを終了するか、このプログラムを再起動してください。</translation>
    </message>
    <message>
        <source>The video came too slowly. It is tried again by itself, from where it stopped if that works.</source>
        <translation>動画の受信が遅すぎました。自動で再試行し、可能なら途中から続けます。</translation>
    </message>
    <message>
        <source>The download was interrupted. It is tried again by itself, from where it stopped if that works.</source>
        <translation>ダウンロードが中断されました。自動で再試行し、可能なら途中から続けます。</translation>
    </message>
    <message>
        <source>The connection to the video isn&apos;t safe: its certificate was signed by “{signer}”. If your office checks its traffic, its certificate has to be installed in the system.</source>
        <translation>動画への接続が安全ではありません。証明書が「{signer}」によって署名されています。職場で通信を検査している場合は、その証明書をシステムにインストールする必要があります。</translation>
    </message>
    <message>
        <source>The connection to the video isn&apos;t safe: its certificate isn&apos;t good. Check the clock and the network.</source>
        <translation>動画への接続が安全ではありません。証明書に問題があります。時計とネットワークを確認してください。</translation>
    </message>
</context>
<context>
    <name>drops</name>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>That file is on another computer. Copy it to this one, then drop it here.</source>
        <translation>そのファイルは別のコンピューターにあります。このコンピューターにコピーしてからドロップしてください。</translation>
    </message>
    <message>
        <source>That link leads to no picture. Save the picture first, then drop the file here.</source>
        <translation>そのリンクの先に画像はありません。先に画像を保存してから、そのファイルをここにドロップしてください。</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>The link to this video was spent before it could be fetched ({date}). It was paid for; its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation>取得する前に、この動画へのリンクの期限が切れました（{date}）。支払いは済んでいます。タスク番号は保存されています。再試行するか、サービスのサポートに番号を伝えてください。</translation>
    </message>
    <message>
        <source>No link to this video worked, and the day for which the service keeps it is over ({date}). It was paid for; its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation>この動画へのリンクはどれも使えず、サービスが保管する1日が過ぎました（{date}）。支払いは済んでいます。タスク番号は保存されています。再試行するか、サービスのサポートに番号を伝えてください。</translation>
    </message>
    <message>
        <source>There is no such job in the queue.</source>
        <translation>キューにそのようなジョブはありません。</translation>
    </message>
    <message>
        <source>This job is still on its way. Cancel it first.</source>
        <translation>このジョブはまだ処理中です。先に取り消してください。</translation>
    </message>
    <message>
        <source>This version doesn&apos;t know the model {model}.</source>
        <translation>このバージョンはモデル{model}を知りません。</translation>
    </message>
    <message>
        <source>The disk has no room to write the order down, so nothing was ordered and nothing is charged. Make room, then order it again.</source>
        <translation>ディスクに注文を記録する空きがないため、注文しておらず、課金もされません。空きを作ってから、もう一度注文してください。</translation>
    </message>
    <message>
        <source>The order couldn&apos;t be written down, so nothing was ordered and nothing is charged. {why}</source>
        <translation>注文を記録できなかったため、注文しておらず、課金もされません。{why}</translation>
    </message>
    <message>
        <source>This is ordered already, and isn&apos;t paid a second time. Ask for another take if you want another video of it.</source>
        <translation>これは注文済みで、二重に支払うことはありません。もう1本作るには、別テイクとして注文してください。</translation>
    </message>
    <message>
        <source>This video has been ordered again already: see its newer row. Nothing more was ordered. Use its settings again if you want another one.</source>
        <translation>この動画はすでに再注文されています。新しいほうの行を見てください。これ以上は注文していません。もう1本作るには、この設定をもう一度使ってください。</translation>
    </message>
    <message>
        <source>The program tripped over this job ({kind}) and left it as it is; nothing more was sent. Start the program again to go on.</source>
        <translation>このジョブの処理中に内部エラーが起きたため（{kind}）、そのままにしてあります。これ以上は送信していません。続けるにはプログラムを起動し直してください。</translation>
    </message>
    <message>
        <source>The program ended while this order was being sent. We don&apos;t know yet whether it was charged; we&apos;re checking. It is never sent again by itself.</source>
        <translation>この注文の送信中にプログラムが終了しました。課金されたかどうかはまだ分かりません。確認しています。自動で再送信することはありません。</translation>
    </message>
    <message>
        <source>The program ended while this rehearsal was being ordered. It is ordered again by itself, free as ever.</source>
        <translation>このリハーサルを注文している間にプログラムが終了しました。自動的にもう一度注文します。これまでどおり無料です。</translation>
    </message>
    <message>
        <source>You paused the queue. Nothing new is sent until you go on.</source>
        <translation>キューは一時停止中です。再開するまで新しいものは送信されません。</translation>
    </message>
    <message>
        <source>{count} orders in a row got no answer, and each may have been charged. Nothing more is sent, so that not more is at risk. Look whether the service works, then go on.</source>
        <translation>続けて{count}件の注文に応答がなく、それぞれ課金された可能性があります。課金不明が増えないよう、これ以上は送信しません。サービスが動いているか確認してから再開してください。</translation>
    </message>
    <message>
        <source>There isn&apos;t room on the disk for more videos, so nothing new is sent and nothing is charged. Make room; the queue goes on by itself.</source>
        <translation>ディスクに動画を保存する空きがないため、新しいものは送信されず、課金もされません。空きを作ってください。キューは自動で続きます。</translation>
    </message>
    <message>
        <source>Your budget of {budget} is used up: {bound} is spent or on its way. Nothing more is sent. Raise the budget in the settings to go on.</source>
        <translation>予算{budget}を使い切りました。{bound}が使用済みまたは処理中です。これ以上送信しません。続けるには設定で予算を上げてください。</translation>
    </message>
    <message>
        <source>Your budget is in another currency than this order, which costs {price}. Nothing more is sent. Give a budget in its currency in the settings to go on.</source>
        <translation>この注文（{price}）は予算と通貨が異なります。これ以上送信しません。続けるには設定でその通貨の予算を入力してください。</translation>
    </message>
    <message>
        <source>This job has already ended; there is nothing to cancel.</source>
        <translation>このジョブはすでに終わっており、取り消すものがありません。</translation>
    </message>
    <message>
        <source>This job has left already; it can&apos;t be changed any more. Use its settings again for another one.</source>
        <translation>このジョブはすでに送信されており、変更できません。設定をもう一度使って、新しく注文してください。</translation>
    </message>
    <message>
        <source>This job is just now being sent or put away. Wait a moment, then look at it again.</source>
        <translation>このジョブはちょうど送信中か整理中です。少し待ってからもう一度確認してください。</translation>
    </message>
    <message>
        <source>We don&apos;t know whether this video was charged. Decide first: send it again with the same request id, or treat it as lost.</source>
        <translation>この動画が課金されたかどうか分かりません。同じリクエストIDで再送信するか、損失として扱うか、先に判断してください。</translation>
    </message>
    <message>
        <source>This job is on its way or done; there is nothing to try again.</source>
        <translation>このジョブは処理中か完了しており、再試行するものがありません。</translation>
    </message>
    <message>
        <source>The program tripped over the service&apos;s answer ({kind}). We don&apos;t know yet whether this video was charged; it is kept and not sent again by itself.</source>
        <translation>サービスの応答の処理中に内部エラーが起きました（{kind}）。この動画が課金されたかどうかはまだ分かりません。記録は残っており、自動で再送信することはありません。</translation>
    </message>
    <message>
        <source>The service took this order, but the program tripped ({kind}) before it could write that down. It is being asked for; it isn&apos;t sent again by itself.</source>
        <translation>サービスはこの注文を受け付けましたが、記録する前に内部エラーが起きました（{kind}）。現在問い合わせています。自動で再送信することはありません。</translation>
    </message>
    <message>
        <source>The answer to this order was lost. We don&apos;t know yet whether it was charged.</source>
        <translation>この注文への応答が失われました。課金されたかどうかはまだ分かりません。</translation>
    </message>
    <message>
        <source>The order was sent again, and this time the service didn&apos;t take it ({code}). Whether the first one was charged we still don&apos;t know.</source>
        <translation>注文を再送信しましたが、今回サービスは受け付けませんでした（{code}）。最初の注文が課金されたかどうかはまだ分かりません。</translation>
    </message>
    <message>
        <source>The service knows no task with the task id that you gave. Nothing has changed: look it up and decide again.</source>
        <translation>入力されたタスクIDのタスクはサービスにありません。何も変わっていません。IDを調べて、もう一度判断してください。</translation>
    </message>
    <message>
        <source>The task id that you gave belongs to another order. Nothing has changed: look it up and decide again.</source>
        <translation>入力されたタスクIDは別の注文のものです。何も変わっていません。IDを調べて、もう一度判断してください。</translation>
    </message>
    <message>
        <source>This is only for an order whose answer was lost; this job&apos;s state is known.</source>
        <translation>これは応答のなかった注文のためのものです。このジョブの状態は分かっています。</translation>
    </message>
    <message>
        <source>That isn&apos;t a task number of the service. Copy it from the service&apos;s console.</source>
        <translation>それはサービスのタスク番号ではありません。サービスのコンソールからコピーしてください。</translation>
    </message>
    <message>
        <source>That task number belongs to another job of yours already. Look for this order&apos;s own number.</source>
        <translation>そのタスク番号は、すでに別のジョブのものです。この注文の番号を調べてください。</translation>
    </message>
    <message>
        <source>You treat this order as lost. Should the service have taken it, it was charged once.</source>
        <translation>この注文は損失として扱われています。サービスが受け付けていた場合、1回分が課金されています。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t know this video any more, though it took the order. Its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation>サービスは注文を受け付けましたが、この動画はもうサービスにありません。タスク番号は保存されています。再試行するか、サービスのサポートに番号を伝えてください。</translation>
    </message>
    <message>
        <source>The service keeps videos for one day; this one, ordered on {date}, was gone before it could be fetched. Its task number is kept: try again, or show it to the service&apos;s support.</source>
        <translation>サービスが動画を保管するのは1日間です。{date}に注文したこの動画は、取得する前になくなりました。タスク番号は保存されています。再試行するか、サービスのサポートに番号を伝えてください。</translation>
    </message>
    <message>
        <source>The service gave up on this video and doesn&apos;t say why. Try again, or change the order first; a new try is a new order.</source>
        <translation>サービスはこの動画の作成を断念し、理由も示していません。もう一度試すか、先に注文を変更してください。試すと新しい注文になります。</translation>
    </message>
    <message>
        <source>What came was the answer to another order, so it doesn&apos;t count. The service is asked again by itself; nothing more is charged.</source>
        <translation>届いたのは別の注文への応答だったため、数えません。サービスには自動でもう一度問い合わせます。追加の課金はありません。</translation>
    </message>
    <message>
        <source>The order was sent, but what came was the answer to another order. It may have been charged, so it isn&apos;t sent again by itself.</source>
        <translation>注文は送信されましたが、届いたのは別の注文への応答でした。課金された可能性があるため、自動で再送信はしません。</translation>
    </message>
    <message>
        <source>The program tripped over this order ({kind}). Nothing was sent; it is tried again by itself.</source>
        <translation>この注文の処理中に内部エラーが起きました（{kind}）。何も送信していません。自動的にもう一度試します。</translation>
    </message>
</context>
<context>
    <name>fidelity</name>
    <message>
        <source>colours as in the picture (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation>色は画像どおりです（平均{mean:.1f}、95%が{p95:.1f}未満）</translation>
    </message>
    <message>
        <source>colours moved a little (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation>色が少しずれています（平均{mean:.1f}、95%が{p95:.1f}未満）</translation>
    </message>
    <message>
        <source>colours moved visibly (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation>色が目に見えてずれています（平均{mean:.1f}、95%が{p95:.1f}未満）</translation>
    </message>
    <message>
        <source>colours moved strongly (mean {mean:.1f}, 95 % under {p95:.1f})</source>
        <translation>色が大きくずれています（平均{mean:.1f}、95%が{p95:.1f}未満）</translation>
    </message>
    <message>
        <source>not the view of the picture (structure {structure:.2f}), so colours can&apos;t be compared place by place: mean {mean:.1f}, 95 % under {p95:.1f}</source>
        <translation>構図が画像と異なるため（構造{structure:.2f}）、位置ごとに色を比べられません：平均{mean:.1f}、95%が{p95:.1f}未満</translation>
    </message>
    <message>
        <source>shapes moved visibly (structure {structure:.2f})</source>
        <translation>形が目に見えてずれています（構造{structure:.2f}）</translation>
    </message>
    <message>
        <source>shapes moved a little (structure {structure:.2f})</source>
        <translation>形が少しずれています（構造{structure:.2f}）</translation>
    </message>
    <message>
        <source>shapes as in the picture (structure {structure:.2f})</source>
        <translation>形は画像どおりです（構造{structure:.2f}）</translation>
    </message>
    <message>
        <source>unmoved ({mean:.1f})</source>
        <translation>ずれなし（{mean:.1f}）</translation>
    </message>
    <message>
        <source>a little ({mean:.1f})</source>
        <translation>少し（{mean:.1f}）</translation>
    </message>
    <message>
        <source>visibly ({mean:.1f})</source>
        <translation>目に見える（{mean:.1f}）</translation>
    </message>
    <message>
        <source>strongly ({mean:.1f})</source>
        <translation>大きい（{mean:.1f}）</translation>
    </message>
    <message>
        <source>no jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})</source>
        <translation>最終フレームから先頭フレームへの跳びはありません（{seam:.1f}、隣どうしでは{usual:.1f}）</translation>
    </message>
    <message>
        <source>a small jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})</source>
        <translation>最終フレームから先頭フレームへ少し跳びます（{seam:.1f}、隣どうしでは{usual:.1f}）</translation>
    </message>
    <message>
        <source>a jump from the last frame to the first ({seam:.1f}, between neighbours {usual:.1f})</source>
        <translation>最終フレームから先頭フレームへ跳びます（{seam:.1f}、隣どうしでは{usual:.1f}）</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>先頭フレーム</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>最終フレーム</translation>
    </message>
    <message>
        <source>nothing moves for {seconds:.1f} s</source>
        <translation>{seconds:.1f}秒間動きがありません</translation>
    </message>
    <message>
        <source>Standing still</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>without any light: {count}</source>
        <translation>真っ黒なフレーム：{count}</translation>
    </message>
    <message>
        <source>Black frames</source>
        <translation>黒フレーム</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <source>{what} ({difference:.1f}, between neighbours {usual:.1f}).</source>
        <translation>{what}（{difference:.1f}、隣どうしでは{usual:.1f}）。</translation>
    </message>
    <message>
        <source>No jump</source>
        <translation>跳びなし</translation>
    </message>
    <message>
        <source>The colours step a little</source>
        <translation>色が少し変わります</translation>
    </message>
    <message>
        <source>The colours step</source>
        <translation>色が変わります</translation>
    </message>
    <message>
        <source>The picture jumps a little</source>
        <translation>画が少し跳びます</translation>
    </message>
    <message>
        <source>The picture jumps</source>
        <translation>画が跳びます</translation>
    </message>
    <message>
        <source>Matching the colours takes that back, or some of it.</source>
        <translation>色を合わせると、なくなるか小さくなります。</translation>
    </message>
    <message>
        <source>A cross-fade softens it, on the board or in “Join”; fewer frames there or another take may help, too.</source>
        <translation>ボードか「結合」でクロスフェードにすると和らぎます。ここのフレームを省くか、別のテイクにしても改善することがあります。</translation>
    </message>
</context>
<context>
    <name>key</name>
    <message>
        <source>This can&apos;t be a key. Copy it again from the service&apos;s console.</source>
        <translation>これはキーではありません。サービスのコンソールからもう一度コピーしてください。</translation>
    </message>
    <message>
        <source>The key file can&apos;t be read. Enter the key again in the settings.</source>
        <translation>キーのファイルを読み取れません。設定でキーをもう一度入力してください。</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets. Use the key for this session only, or choose the unencrypted file.</source>
        <translation>このコンピューターには、秘密を保管できるキーリングがありません。キーをこのセッションだけで使うか、暗号化されていないファイルを選んでください。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring doesn&apos;t answer. Unlock it, or use the key for this session only.</source>
        <translation>システムのキーリングが応答しません。ロックを解除するか、キーをこのセッションだけで使ってください。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring refused. Unlock it, or use the key for this session only.</source>
        <translation>システムのキーリングに拒否されました。ロックを解除するか、キーをこのセッションだけで使ってください。</translation>
    </message>
</context>
<context>
    <name>length_limit</name>
    <message>
        <source>No more than {most} characters fit in here. The rest was left out.</source>
        <translation>ここに入るのは{most}文字までです。残りは省かれました。</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message>
        <source>There isn&apos;t enough memory to export this. Choose a smaller size.</source>
        <translation>書き出すためのメモリが足りません。サイズを小さくしてください。</translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be made: the program failed at writing it ({what}). That isn&apos;t the fault of the video. Nothing half-written is left, and the library is as it was. Another format or size may work.</source>
        <translation>「{name}」を作れませんでした。書き込み中にプログラムのエラーが起きました（{what}）。動画に問題はありません。書きかけのものは残っておらず、ライブラリも元のままです。別の形式やサイズならうまくいくかもしれません。</translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be made: the process that wrote it was ended, perhaps because the machine&apos;s memory ran out. Nothing half-written is left, and the library is as it was. Export it again, or choose a smaller size.</source>
        <translation>「{name}」を作れませんでした。書き込み中のプロセスが強制終了されました。メモリ不足の可能性があります。書きかけのものは残っておらず、ライブラリも元のままです。もう一度書き出すか、サイズを小さくしてください。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing half-written is left, and the library is as it was. Make room or choose another folder, then export again.</source>
        <translation>ディスクがいっぱいです。書きかけのものは残っておらず、ライブラリも元のままです。空きを作るか別のフォルダーを選び、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>The folder isn&apos;t there any more. Nothing half-written is left, and the library is as it was. Connect its drive or choose another folder, then export again.</source>
        <translation>フォルダーがなくなっています。書きかけのものは残っておらず、ライブラリも元のままです。ドライブを接続するか別のフォルダーを選び、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>The folder can&apos;t be written to. Nothing half-written is left, and the library is as it was. Allow it or choose another folder, then export again.</source>
        <translation>フォルダーに書き込めません。書きかけのものは残っておらず、ライブラリも元のままです。書き込みを許可するか別のフォルダーを選び、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>The export couldn&apos;t be written ({reason}). Nothing half-written is left, and the library is as it was. Choose another folder.</source>
        <translation>書き出したものを保存できませんでした（{reason}）。書きかけのものは残っておらず、ライブラリも元のままです。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is one of the videos that are joined, and stays as it is. Choose another name.</source>
        <translation>「{name}」は結合する動画の1つで、そのまま残ります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>A timeline&apos;s name ends with .otio, .xml or .edl.</source>
        <translation>タイムラインの名前の末尾は.otio、.xml、.edlのいずれかにしてください。</translation>
    </message>
    <message>
        <source>A timeline that ends with .edl holds {most} videos and less than a day at most. Nothing was written. Save it as OpenTimelineIO (.otio) or Final Cut Pro 7 XML (.xml).</source>
        <translation>末尾が.edlのタイムラインに入るのは、動画{most}本、24時間未満までです。何も書き込んでいません。OpenTimelineIO（.otio）かFinal Cut Pro 7 XML（.xml）で保存してください。</translation>
    </message>
    <message>
        <source>How many frames a second “{name}” has isn&apos;t known, so it has no place in a timeline. Nothing was written; leave it out.</source>
        <translation>「{name}」の毎秒のフレーム数が分からないため、タイムラインに置けません。何も書き込んでいません。この動画を除いてください。</translation>
    </message>
    <message>
        <source>A timeline that ends with .{ending} can&apos;t say {rate} frames a second, which “{name}” has. Nothing was written. Save it as OpenTimelineIO (.otio), or export the video with 24 or 25 a second first.</source>
        <translation>末尾が.{ending}のタイムラインでは、「{name}」の毎秒{rate}フレームを表せません。何も書き込んでいません。OpenTimelineIO（.otio）で保存するか、先に動画を毎秒24か25フレームで書き出してください。</translation>
    </message>
    <message>
        <source>A timeline that ends with .{ending} can&apos;t say that a video is shown faster or slower. Nothing was written. Save it as OpenTimelineIO (.otio), or export the film itself.</source>
        <translation>末尾が.{ending}のタイムラインでは、動画の再生速度の変更を表せません。何も書き込んでいません。OpenTimelineIO（.otio）で保存するか、映像そのものを書き出してください。</translation>
    </message>
    <message>
        <source>The file that was fetched is gone from this computer. It is fetched again; nothing is charged again.</source>
        <translation>取得したファイルがこのコンピューターからなくなっています。再び取得します。再び課金されることはありません。</translation>
    </message>
    <message>
        <source>There are no presets in “{name}” that can be read here. Nothing was changed.</source>
        <translation>「{name}」に、ここで読めるプリセットはありません。何も変わっていません。</translation>
    </message>
    <message>
        <source>The pictures that this video was made from aren&apos;t there any more, so there is nothing to lay over it.</source>
        <translation>この動画の元の画像がもうないため、重ねて比べるものがありません。</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing half-written is left; what was finished before stays.</source>
        <translation>書き出しを取り消しました。書きかけのものは残っていません。先にできあがったものはそのまま残ります。</translation>
    </message>
    <message>
        <source>The program quits as soon as the export is made.</source>
        <translation>書き出しが完了しだい、プログラムを終了します。</translation>
    </message>
    <message>
        <source>The files of these videos are missing, so there is nothing to export.</source>
        <translation>これらの動画のファイルが見つからないため、書き出すものがありません。</translation>
    </message>
    <message>
        <source>A video on a picture&apos;s place gives its last frame. To use its settings, drop it beside the pictures.</source>
        <translation>画像の場所に動画を置くと、その最終フレームが入ります。動画の設定を使うには、画像の場所の外にドロップしてください。</translation>
    </message>
    <message>
        <source>A video gives its last frame here.</source>
        <translation>ここでは、動画の最終フレームが入ります。</translation>
    </message>
    <message>
        <source>This video has no recipe, so its settings aren&apos;t known. It may come from another program.</source>
        <translation>この動画にはレシピがなく、設定が分かりません。別のプログラムで作られたものかもしれません。</translation>
    </message>
    <message>
        <source>None of these videos has a recipe, so their settings aren&apos;t known. They may come from another program.</source>
        <translation>どの動画にもレシピがないため、設定がわかりません。別のプログラムのものかもしれません。</translation>
    </message>
    <message>
        <source>The tab takes the settings of one video: of these {count}, those of “{name}”. Drop another one by itself for its own.</source>
        <translation>タブに入るのは1本の動画の設定だけです。{count}本のうち「{name}」の設定を使いました。別の動画の設定は、その1本だけをドロップしてください。</translation>
    </message>
    <message>
        <source>This video was made with {model}, which this version doesn&apos;t know. Nothing was filled in.</source>
        <translation>この動画は{model}で作られましたが、このバージョンはそのモデルを知りません。何も入力していません。</translation>
    </message>
    <message>
        <source>The settings are filled in, but these pictures aren&apos;t there any more: {names}. Choose them again.</source>
        <translation>設定は入力しましたが、次の画像はもうありません：{names}。もう一度選んでください。</translation>
    </message>
    <message>
        <source>The first {shown} of {count} are open. For more windows than that, select fewer at a time.</source>
        <translation>{count}本のうち最初の{shown}本を開きました。それ以上のウィンドウを開くには、一度に選ぶ数を減らしてください。</translation>
    </message>
    <message>
        <source>No other player is set up here. The video is here: {path}</source>
        <translation>ほかのプレーヤーが設定されていません。動画の場所：{path}</translation>
    </message>
    <message>
        <source>Every missing file was found again by its content.</source>
        <translation>見つからなかったファイルは、内容の照合によりすべて見つかりました。</translation>
    </message>
    <message>
        <source>No program for folders answers here, or the folder has gone. Its place is {path}</source>
        <translation>フォルダーを開くプログラムが応答しないか、フォルダーがなくなりました。場所：{path}</translation>
    </message>
    <message>
        <source>This preset is for {model}, which this version doesn&apos;t know. Nothing was filled in.</source>
        <translation>このプリセットは{model}用ですが、このバージョンはそのモデルを知りません。何も入力していません。</translation>
    </message>
    <message>
        <source>“{name}” is saved.</source>
        <translation>「{name}」を保存しました。</translation>
    </message>
    <message>
        <source>{count} files are saved in “{folder}”.</source>
        <translation>「{folder}」に{count}個のファイルを保存しました。</translation>
    </message>
    <message>
        <source>1 video couldn&apos;t be exported. {why}</source>
        <translation>動画1本を書き出せませんでした。{why}</translation>
    </message>
    <message>
        <source>{count} videos couldn&apos;t be exported. {why}</source>
        <translation>動画{count}本を書き出せませんでした。{why}</translation>
    </message>
    <message>
        <source>Its colours are as they were: matching wouldn&apos;t have made them better.</source>
        <translation>色は元のままです。合わせても良くなりませんでした。</translation>
    </message>
    <message>
        <source>1 of them has its colours as they were: matching wouldn&apos;t have made them better.</source>
        <translation>そのうち1本の色は元のままです。合わせても良くなりませんでした。</translation>
    </message>
    <message>
        <source>{count} of them have their colours as they were: matching wouldn&apos;t have made them better.</source>
        <translation>そのうち{count}本の色は元のままです。合わせても良くなりませんでした。</translation>
    </message>
    <message>
        <source>1 video was imported.</source>
        <translation>動画1本を読み込みました。</translation>
    </message>
    <message>
        <source>{count} videos were imported.</source>
        <translation>動画{count}本を読み込みました。</translation>
    </message>
    <message>
        <source>1 came back from the trash, with its marks and its cost.</source>
        <translation>1本をマークと費用の情報ごとゴミ箱から戻しました。</translation>
    </message>
    <message>
        <source>{count} came back from the trash, with their marks and their cost.</source>
        <translation>{count}本をマークと費用の情報ごとゴミ箱から戻しました。</translation>
    </message>
    <message>
        <source>1 was in the library already.</source>
        <translation>1本はすでにライブラリにありました。</translation>
    </message>
    <message>
        <source>{count} were in the library already.</source>
        <translation>{count}本はすでにライブラリにありました。</translation>
    </message>
    <message>
        <source>1 file wasn&apos;t taken, because it isn&apos;t a video or can&apos;t be read.</source>
        <translation>ファイル1個は、動画ではないか読み取れないため、読み込みませんでした。</translation>
    </message>
    <message>
        <source>{count} files weren&apos;t taken, because they aren&apos;t videos or can&apos;t be read.</source>
        <translation>ファイル{count}個は、動画ではないか読み取れないため、読み込みませんでした。</translation>
    </message>
    <message>
        <source>You ended it before the last file; import it again to go on.</source>
        <translation>最後のファイル1個を残して中止しました。続けるにはもう一度読み込んでください。</translation>
    </message>
    <message>
        <source>You ended it before the last {count} files; import them again to go on.</source>
        <translation>最後のファイル{count}個を残して中止しました。続けるにはもう一度読み込んでください。</translation>
    </message>
    <message>
        <source>1 file wasn&apos;t taken in; import it again to go on.</source>
        <translation>1個のファイルは読み込まれていません。続けるにはもう一度読み込んでください。</translation>
    </message>
    <message>
        <source>{count} files weren&apos;t taken in; import them again to go on.</source>
        <translation>{count}個のファイルは読み込まれていません。続けるにはもう一度読み込んでください。</translation>
    </message>
    <message>
        <source>Nothing new was imported.</source>
        <translation>新しく読み込んだものはありません。</translation>
    </message>
    <message>
        <source>1 video is left out, because its file is missing.</source>
        <translation>動画1本は、ファイルがないため除かれました。</translation>
    </message>
    <message>
        <source>{count} videos are left out, because their files are missing.</source>
        <translation>動画{count}本は、ファイルがないため除かれました。</translation>
    </message>
    <message>
        <source>1 file was found neither in the library nor in that folder. Try another folder.</source>
        <translation>ファイル1個が、ライブラリにもそのフォルダーにも見つかりませんでした。別のフォルダーを試してください。</translation>
    </message>
    <message>
        <source>{count} files were found neither in the library nor in that folder. Try another folder.</source>
        <translation>ファイル{count}個が、ライブラリにもそのフォルダーにも見つかりませんでした。別のフォルダーを試してください。</translation>
    </message>
    <message>
        <source>1 video that had been in the trash for long was deleted, as you have set it.</source>
        <translation>長くゴミ箱にあった動画1本を、設定に従って削除しました。</translation>
    </message>
    <message>
        <source>{count} videos that had been in the trash for long were deleted, as you have set it.</source>
        <translation>長くゴミ箱にあった動画{count}本を、設定に従って削除しました。</translation>
    </message>
    <message>
        <source>The answer about a video was taken in. Edit &gt; Undo takes it back.</source>
        <translation>動画1本への回答を取り込みました。「編集」&gt;「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>The answers about {count} videos were taken in. Edit &gt; Undo takes them back.</source>
        <translation>動画{count}本への回答を取り込みました。「編集」&gt;「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>Of {answers} answers 1 was taken in; the other videos aren&apos;t in this library.</source>
        <translation>{answers}件の回答のうち1件を取り込みました。ほかの動画はこのライブラリにありません。</translation>
    </message>
    <message>
        <source>Of {answers} answers {count} were taken in; the other videos aren&apos;t in this library.</source>
        <translation>{answers}件の回答のうち{count}件を取り込みました。ほかの動画はこのライブラリにありません。</translation>
    </message>
    <message>
        <source>“{name}” belongs to the library, where nothing is written over. Choose another name or another folder.</source>
        <translation>「{name}」はライブラリのもので、上書きはできません。別の名前か別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The colours of this frame are being matched.</source>
        <translation>このフレームの色を合わせています。</translation>
    </message>
    <message>
        <source>Matching wouldn&apos;t make the colours of this video better, or the pictures that it was made from aren&apos;t there.</source>
        <translation>この動画は色を合わせても良くならないか、元の画像がありません。</translation>
    </message>
    <message>
        <source>You see the frame with matched colours; the same key shows it as it is. “Match colours” in an export writes it so.</source>
        <translation>色を合わせたフレームを表示しています。同じキーで元の色に戻ります。書き出しの「色を合わせる」で、この色で書き出せます。</translation>
    </message>
    <message>
        <source>{gap}: no video yet, its two stills stand in</source>
        <translation>{gap}：動画はまだなく、2枚の静止画で代用</translation>
    </message>
    <message>
        <source>Two stills stand in here for a video that isn&apos;t made yet. Commands for videos work where the film shows one.</source>
        <translation>ここでは、まだ作られていない動画の代わりに2枚の静止画を表示しています。動画への操作は、動画が表示されているところで使えます。</translation>
    </message>
    <message>
        <source>Stills that stand in for videos aren&apos;t written: the film goes straight on to the next video.</source>
        <translation>動画の代わりの静止画は書き出されず、映像はそのまま次の動画へ続きます。</translation>
    </message>
    <message>
        <source>This film has stills only, no video yet, so there is nothing to export.</source>
        <translation>この映像には静止画しかなく、動画がまだないので、書き出すものがありません。</translation>
    </message>
    <message>
        <source>This video isn&apos;t in the library any more, so nothing can be done with it there.</source>
        <translation>この動画はもうライブラリにないため、操作できません。</translation>
    </message>
    <message>
        <source>A GIF counts hundredths of a second: more than {most:g} frames a second can&apos;t be told apart. Choose {most:g} or fewer.</source>
        <translation>GIFの時間は100分の1秒単位のため、毎秒{most:g}フレームを超えると区別できません。{most:g}以下を選んでください。</translation>
    </message>
    <message>
        <source>That can&apos;t be made: check size, frame rate, and that the out point comes after the in point.</source>
        <translation>それは作れません。サイズ、フレームレート、アウト点がイン点より後にあることを確認してください。</translation>
    </message>
    <message>
        <source>This format holds pictures of {most} pixels at most, and this one would have {side}. Choose a smaller longer side, or another format.</source>
        <translation>この形式で扱える画像は{most}ピクセルまでですが、これは{side}ピクセルになります。長辺を小さくするか、別の形式を選んでください。</translation>
    </message>
    <message>
        <source>The clip has {count} frames, and in or out point lie behind its end. Choose them within.</source>
        <translation>このクリップは{count}フレームで、イン点かアウト点がその終わりを超えています。範囲内で選んでください。</translation>
    </message>
    <message>
        <source>A brace in the name has no other half.</source>
        <translation>名前の中の波かっこに対になるものがありません。</translation>
    </message>
    <message>
        <source>“{field}” isn&apos;t known. There is: {fields}.</source>
        <translation>「{field}」は使えません。使えるもの：{fields}。</translation>
    </message>
    <message>
        <source>The name is longer than {most} characters. Shorten it.</source>
        <translation>名前が{most}文字を超えています。短くしてください。</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>ファイルに名前を付けてください。</translation>
    </message>
    <message>
        <source>The video is missing; its record is there.</source>
        <translation>動画が見つかりません。記録は残っています。</translation>
    </message>
    <message>
        <source>The video and its record are both gone from here. Look for them in the system&apos;s trash or a backup: they aren&apos;t listed from now on.</source>
        <translation>動画も記録もここにはありません。システムのごみ箱かバックアップを探してください。これ以降、一覧には出ません。</translation>
    </message>
    <message>
        <source>The video was changed since it was stored.</source>
        <translation>動画は保存後に変更されています。</translation>
    </message>
    <message>
        <source>The video was renamed or moved; its record now lies beside it again.</source>
        <translation>動画の名前か場所が変わっていたため、記録を再び動画の隣に移しました。</translation>
    </message>
    <message>
        <source>The file can&apos;t be read. Check the disk.</source>
        <translation>ファイルを読み取れません。ディスクを確認してください。</translation>
    </message>
    <message>
        <source>There is no file here any more, or a link leads to none. Put it back, then import it again.</source>
        <translation>ここにはもうファイルがないか、リンク先がありません。元に戻してから、もう一度読み込んでください。</translation>
    </message>
    <message>
        <source>You may not read this file or folder. Let its permissions be changed, then import it again.</source>
        <translation>このファイルまたはフォルダーを読む権限がありません。権限を変更してから、もう一度読み込んでください。</translation>
    </message>
    <message>
        <source>You may not read this folder, so its videos aren&apos;t shown. Let its permissions be changed.</source>
        <translation>このフォルダーを読み取る権限がないため、中の動画は表示されません。権限を変更してください。</translation>
    </message>
    <message>
        <source>This is no file but a device or a pipe, and was left out.</source>
        <translation>これはファイルではなくデバイスかパイプなので、除かれました。</translation>
    </message>
    <message>
        <source>This is a copy of a video that the library has already.</source>
        <translation>これは、すでにライブラリにある動画のコピーです。</translation>
    </message>
    <message>
        <source>A video without a record was taken into the library.</source>
        <translation>記録のない動画をライブラリに取り込みました。</translation>
    </message>
    <message>
        <source>This file has no record and isn&apos;t a whole video.</source>
        <translation>このファイルには記録がなく、完全な動画でもありません。</translation>
    </message>
    <message>
        <source>This file holds no moving picture, perhaps sound only.</source>
        <translation>このファイルには映像がありません。音声だけかもしれません。</translation>
    </message>
    <message>
        <source>This is a video, but neither an MP4 nor a current QuickTime file. Convert it to MP4 first, and import that.</source>
        <translation>これは動画ですが、MP4でも現在のQuickTimeファイルでもありません。先にMP4に変換してから、それを読み込んでください。</translation>
    </message>
    <message>
        <source>This video is coded in a way that this program can&apos;t read. Convert it to H.264 with another program first.</source>
        <translation>この動画は、このプログラムでは読めない形式で符号化されています。先に別のプログラムでH.264に変換してください。</translation>
    </message>
    <message>
        <source>The record is damaged and was left out.</source>
        <translation>記録が破損しているため、除かれました。</translation>
    </message>
    <message>
        <source>A folder, a pipe or a device has the name of this video&apos;s record. Move it away, then check the library again.</source>
        <translation>この動画の記録の名前を、フォルダー、パイプ、またはデバイスが使っています。それを移動してから、もう一度ライブラリを確認してください。</translation>
    </message>
    <message>
        <source>The record was written by a newer version of the program. Update to read it.</source>
        <translation>この記録は、より新しいバージョンのプログラムで書かれています。読み取るにはプログラムを更新してください。</translation>
    </message>
    <message>
        <source>There are two records of the same video; this one was left out.</source>
        <translation>同じ動画の記録が2つあり、こちらは除かれました。</translation>
    </message>
    <message>
        <source>A record that an interrupted renaming left was removed; its video has its own.</source>
        <translation>中断された名前の変更で残った記録を削除しました。動画には別に記録があります。</translation>
    </message>
    <message>
        <source>This is no file but lies where a picture that was sent belongs. Move it away; a video made from that picture can&apos;t be used again without it.</source>
        <translation>送信した画像があるべき場所に、ファイルではないものがあります。それを移動してください。この画像がないと、それから作った動画を再利用できません。</translation>
    </message>
    <message>
        <source>This picture isn&apos;t the one that was sent any more. A video made from it would be made from another one if it were used again.</source>
        <translation>この画像は、送信したときのものではなくなっています。それから作った動画を再利用すると、別の画像で作ることになります。</translation>
    </message>
    <message>
        <source>You may not read this. Let its permissions be changed; a video made from a picture in it can&apos;t be used again before.</source>
        <translation>これを読み取る権限がありません。権限を変更してください。それまでは、この画像から作った動画を再利用できません。</translation>
    </message>
    <message>
        <source>This list of the library is damaged. It is set aside when something is saved in it again; nothing else is touched.</source>
        <translation>ライブラリのこの一覧は破損しています。次に保存するとき退避されます。ほかのものには影響しません。</translation>
    </message>
    <message>
        <source>This chain board is damaged and can&apos;t be opened; its videos are in the library.</source>
        <translation>この絵コンテボードは破損しており、開けません。動画はライブラリにあります。</translation>
    </message>
    <message>
        <source>A half-written file that a crash left was removed.</source>
        <translation>異常終了で残った書きかけのファイルを削除しました。</translation>
    </message>
    <message>
        <source>Import the video “{name}” into the library?</source>
        <translation>動画「{name}」をライブラリに読み込みますか？</translation>
    </message>
    <message>
        <source>Import {count} videos into the library?</source>
        <translation>動画{count}本をライブラリに読み込みますか？</translation>
    </message>
    <message>
        <source>“{name}” wasn&apos;t opened: another window of this program is open. Close that one, then open it again.</source>
        <translation>「{name}」を開きませんでした。このプログラムの別のウィンドウが開いています。そちらを閉じてから、もう一度開いてください。</translation>
    </message>
    <message>
        <source>The colours of this film are being matched. It plays in its own meanwhile.</source>
        <translation>この映像の色を合わせています。その間は元の色で再生します。</translation>
    </message>
    <message>
        <source>The film plays with matched colours; the same key shows it as it is. Exported from here, it is written as you see it.</source>
        <translation>色を合わせて再生しています。同じキーで元の色に戻ります。ここから書き出すと、見ているとおりに書き出されます。</translation>
    </message>
    <message>
        <source>Matching wouldn&apos;t make the colours of this film better, or the pictures that it was made from aren&apos;t there. It plays as it is.</source>
        <translation>色を合わせてもこの映像の色は良くならないか、元の画像がありません。元の色のまま再生します。</translation>
    </message>
    <message>
        <source>The sound is {seconds:.1f} s longer than the film, and ends with it.</source>
        <translation>音声は映像より{seconds:.1f}秒長く、映像の終わりで切れます。</translation>
    </message>
    <message>
        <source>The sound is {seconds:.1f} s shorter than the film; what comes after it is silent.</source>
        <translation>音声は映像より{seconds:.1f}秒短く、そのあとは無音です。</translation>
    </message>
    <message>
        <source>None of these videos can be read, so there is no film to play. Look whether their files are there.</source>
        <translation>どの動画も読み取れないため、再生する映像がありません。ファイルがあるか確認してください。</translation>
    </message>
    <message>
        <source>A part of a film loses no fewer than 0 frames at an end, and is shown {least:g} to {most:g} times as fast.</source>
        <translation>映像の各部分の端から省けるのは0フレーム以上、再生速度は{least:g}～{most:g}倍です。</translation>
    </message>
    <message>
        <source>“{name}” has no sound that can be read. Choose an MP3, WAV, FLAC, OGG or M4A file.</source>
        <translation>「{name}」には読み取れる音声がありません。MP3、WAV、FLAC、OGG、M4Aのファイルを選択してください。</translation>
    </message>
    <message>
        <source>You typed “{text}” into a second window, which closed because this one was open.</source>
        <translation>2つ目のウィンドウに「{text}」と入力されました。このウィンドウが開いていたため、そちらは閉じました。</translation>
    </message>
    <message>
        <source>Put it into the prompt</source>
        <translation>プロンプトに入れる</translation>
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
        <translation>{first}／{second}</translation>
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
        <translation>「{text}」</translation>
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
        <translation>無料</translation>
    </message>
    <message>
        <source>${amount}</source>
        <translation>${amount}</translation>
    </message>
    <message>
        <source>CN¥{amount}</source>
        <translation>{amount}元</translation>
    </message>
    <message>
        <source>$</source>
        <translation>$</translation>
    </message>
    <message>
        <source>CN¥</source>
        <translation>元</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>米ドル</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>人民元</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>duration</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <source>movement</source>
        <translation>動き</translation>
    </message>
    <message>
        <source>aspect ratio</source>
        <translation>縦横比</translation>
    </message>
    <message>
        <source>music</source>
        <translation>音楽</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>{host} sent a page instead of the picture. Save the picture in the browser, then drop the file here.</source>
        <translation>{host}は画像の代わりにWebページを送ってきました。ブラウザーで画像を保存してから、そのファイルをここにドロップしてください。</translation>
    </message>
    <message>
        <source>What {host} sent is far larger than a picture. Nothing was kept.</source>
        <translation>{host}から届いたものは、画像としては大きすぎます。内容は保存していません。</translation>
    </message>
    <message>
        <source>The link leads into this computer or its own network. Nothing was asked there.</source>
        <translation>そのリンクは、このコンピューターかそのネットワークの中を指しています。アクセスはしていません。</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the network, then drop the link again.</source>
        <translation>{host}に接続できません。ネットワークを確認してから、リンクをもう一度ドロップしてください。</translation>
    </message>
    <message>
        <source>{host} didn&apos;t give the picture. Save it in the browser, then drop the file here.</source>
        <translation>{host}から画像を取得できませんでした。ブラウザーで保存してから、そのファイルをここにドロップしてください。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t there any more. Put it back or choose another picture.</source>
        <translation>「{name}」がなくなっています。元の場所に戻すか、別の画像を選んでください。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read ({reason}). Check who may open it, or choose another picture.</source>
        <translation>「{name}」を読み取れません（{reason}）。開く権限を確認するか、別の画像を選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose the pictures in it.</source>
        <translation>「{name}」はフォルダーです。中の画像を選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is a device or a pipe, not a file. Choose a picture.</source>
        <translation>「{name}」はファイルではなく、デバイスかパイプです。画像を選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is empty. Choose another picture.</source>
        <translation>「{name}」は空です。別の画像を選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is a drawing (SVG), not a picture. Save it as PNG and use that.</source>
        <translation>「{name}」は画像ではなく図形（SVG）です。PNGで保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” is a web page, not a picture. Save the picture itself and use that.</source>
        <translation>「{name}」は画像ではなくWebページです。画像自体を保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” is a document (PDF), not a picture. Save the page as PNG and use that.</source>
        <translation>「{name}」は画像ではなく文書（PDF）です。ページをPNGで保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” is a Photoshop document. Save a copy as PNG or JPEG and use that.</source>
        <translation>「{name}」はPhotoshopの文書です。PNGかJPEGで別名保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” is a HEIC picture, which can&apos;t be read here. Save a copy as JPEG and use that.</source>
        <translation>「{name}」はHEIC画像で、ここでは読み取れません。JPEGで別名保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” is a camera&apos;s raw file. Develop it to JPEG or PNG and use that.</source>
        <translation>「{name}」はカメラのRAWファイルです。JPEGかPNGに現像したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” is a video or a sound, not a picture. Save one of its frames and use that.</source>
        <translation>「{name}」は画像ではなく、動画か音声です。フレームを1枚保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t a picture. PNG, JPEG and WebP are taken; AVIF, BMP, GIF, ICO, JPEG 2000, TGA and TIFF are converted.</source>
        <translation>「{name}」は画像ではありません。PNG、JPEG、WebPはそのまま、AVIF、BMP、GIF、ICO、JPEG 2000、TGA、TIFFは変換して使えます。</translation>
    </message>
    <message>
        <source>“{name}” is a picture in the format {format}, which can&apos;t be read here. Save a copy as PNG or JPEG and use that.</source>
        <translation>「{name}」は{format}形式の画像で、ここでは読み取れません。PNGかJPEGで別名保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” keeps brightness beyond white ({format}), which can&apos;t be read here. Choose how bright it should look, save that as PNG and use it.</source>
        <translation>「{name}」は白より明るい輝度を含む画像（{format}）で、ここでは読み取れません。見た目の明るさを決め、PNGで保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” is a document of {format}. Save a copy as PNG or JPEG there and use that.</source>
        <translation>「{name}」は{format}の文書です。元のソフトでPNGかJPEGとして別名保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” is an archive (ZIP), not a picture. Unpack it and choose the pictures in it.</source>
        <translation>「{name}」は画像ではなく圧縮ファイル（ZIP）です。展開して中の画像を選んでください。</translation>
    </message>
    <message>
        <source>“{name}” moves: it holds several pictures. Save one of them as PNG and use that.</source>
        <translation>「{name}」は動く画像で、複数の画像を含んでいます。そのうち1枚をPNGで保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or not whole. Copy or download it again, or choose another picture.</source>
        <translation>「{name}」は破損しているか不完全です。もう一度コピーまたはダウンロードするか、別の画像を選んでください。</translation>
    </message>
    <message>
        <source>“{name}” is {width} × {height}: too many pixels to open safely (at most {most} million here). Save it smaller.</source>
        <translation>「{name}」は{width} × {height}で、安全に開くにはピクセル数が多すぎます（最大{most}百万）。小さくして保存してください。</translation>
    </message>
    <message>
        <source>“{name}” needs too much memory to open. Save it smaller, as PNG or JPEG.</source>
        <translation>「{name}」を開くには多くのメモリが必要です。PNGかJPEGで、小さくして保存してください。</translation>
    </message>
    <message>
        <source>“{name}” took too long to open. Save a smaller copy as PNG or JPEG and use that.</source>
        <translation>「{name}」を開くのに時間がかかりすぎました。PNGかJPEGで、小さくして保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” keeps its colours in an unusual way. Save it as PNG with 8 bits and use that.</source>
        <translation>「{name}」の色の形式は特殊です。8ビットのPNGで保存したものを使ってください。</translation>
    </message>
    <message>
        <source>“{name}” couldn&apos;t be opened: it is damaged or not what it says. Choose another picture.</source>
        <translation>「{name}」を開けませんでした。破損しているか、名前どおりの形式ではありません。別の画像を選んでください。</translation>
    </message>
    <message>
        <source>A helper of this program can&apos;t be started, so no picture or video can be looked at. Your files aren&apos;t to blame, and nothing is lost. Start the program again; if that doesn&apos;t help, install it anew.</source>
        <translation>このプログラムの補助プロセスを起動できないため、画像や動画を確認できません。ファイルに問題はなく、何も失われていません。プログラムを起動し直してください。それでも直らない場合は、インストールし直してください。</translation>
    </message>
    <message>
        <source>The picture couldn&apos;t be saved. Make room on the disk, then try again.</source>
        <translation>画像を保存できませんでした。ディスクに空きを作ってから、もう一度試してください。</translation>
    </message>
    <message>
        <source>The program tripped over this picture ({kind}). Try another one; nothing was sent.</source>
        <translation>この画像の処理中に内部エラーが起きました（{kind}）。別の画像を試してください。何も送信していません。</translation>
    </message>
</context>
<context>
    <name>proxy</name>
    <message>
        <source>This kind of SOCKS proxy can&apos;t be used. SOCKS 5 can: {example}.</source>
        <translation>この種類のSOCKSプロキシは使えません。SOCKS 5なら使えます。例：{example}</translation>
    </message>
    <message>
        <source>This isn&apos;t the address of a proxy. It looks like {example}.</source>
        <translation>これはプロキシのアドレスではありません。例：{example}</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>This record is damaged: “{field}” is missing or isn&apos;t readable.</source>
        <translation>この記録は破損しています。「{field}」がないか、読み取れません。</translation>
    </message>
    <message>
        <source>This record was written by a newer version of the program. Update to read it.</source>
        <translation>この記録は、より新しいバージョンのプログラムで書かれています。読み取るには更新してください。</translation>
    </message>
</context>
<context>
    <name>rehearsal</name>
    <message>
        <source>The rehearsal can&apos;t write to its folder {folder}. Nothing was sent. Make room or choose another folder.</source>
        <translation>リハーサルがフォルダー{folder}に書き込めません。何も送信していません。空きを作るか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Another program is rehearsing in {folder}. Nothing was sent. Close it, then try again.</source>
        <translation>別のプログラムが{folder}でリハーサル中です。何も送信していません。そのプログラムを閉じてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Port {port} can&apos;t be opened: it is in use or not allowed. Choose another one.</source>
        <translation>ポート{port}を開けません。使用中か、許可されていません。別のポートを選んでください。</translation>
    </message>
</context>
<context>
    <name>releases</name>
    <message>
        <source>{host} can&apos;t be reached, so nobody can tell whether there is a newer version. Check the network.</source>
        <translation>{host}に接続できないため、新しいバージョンがあるかどうか分かりません。ネットワークを確認してください。</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate isn&apos;t good. Nothing was taken from there. Check the clock and the network.</source>
        <translation>{host}への接続は安全ではありません。証明書が正しくないためです。そこからは何も受け取っていません。時計とネットワークを確認してください。</translation>
    </message>
    <message>
        <source>{host} doesn&apos;t say which version is the newest.</source>
        <translation>{host}には、どれが最新のバージョンか書かれていません。</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Your name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Save my answers</source>
        <translation>回答を保存</translation>
    </message>
    <message>
        <source>Look at each video, decide, and write what you think. Save your answers at the end and send the file back. Nothing leaves this page by itself.</source>
        <translation>各動画を見て判定し、意見を書いてください。最後に回答を保存し、そのファイルを送り返してください。このページから自動で送信されるものはありません。</translation>
    </message>
    <message>
        <source>{done} of {count} decided</source>
        <translation>{count}件中{done}件を判定済み</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>キープ</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>ボツにする</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>What do you think of it?</source>
        <translation>ご意見をお書きください</translation>
    </message>
    <message>
        <source>Remark at {time}</source>
        <translation>{time}へのコメント</translation>
    </message>
    <message>
        <source>What about this moment?</source>
        <translation>この場面について</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>The videos are in the folder “clips”. To answer on this page, allow its script.</source>
        <translation>動画は「clips」フォルダーにあります。このページで回答するには、スクリプトを許可してください。</translation>
    </message>
    <message>
        <source>There are no answers of a review in “{name}” that can be read here. Nothing was changed.</source>
        <translation>「{name}」に、ここで読めるレビューの回答はありません。何も変わっていません。</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>There is no model {model} for {mode}. Choose one of: {allowed}.</source>
        <translation>{mode}にモデル{model}はありません。次から選んでください：{allowed}。</translation>
    </message>
    <message>
        <source>{model} doesn&apos;t offer {option} {value}. Choose one of: {allowed}.</source>
        <translation>{model}に{option} {value}はありません。次から選んでください：{allowed}。</translation>
    </message>
    <message>
        <source>{model} has no option {option}. Leave it out.</source>
        <translation>{model}に{option}という設定はありません。外してください。</translation>
    </message>
    <message>
        <source>“{name}” is {width} × {height}. Pictures may be at most four times as long one way as the other. Crop it.</source>
        <translation>「{name}」は{width} × {height}です。画像の縦横比は4倍までです。切り抜いてください。</translation>
    </message>
    <message>
        <source>“{name}” is {width} × {height}. A reference needs at least {side} pixels each way. Choose a larger one.</source>
        <translation>「{name}」は{width} × {height}です。参照画像は縦横とも{side}ピクセル以上必要です。もっと大きい画像を選んでください。</translation>
    </message>
    <message>
        <source>The end frame is {end_width} × {end_height}, the start frame {start_width} × {start_height}. They must be within a fifth of each other. Match the end frame to the start frame.</source>
        <translation>終了フレームは{end_width} × {end_height}、開始フレームは{start_width} × {start_height}です。差は5分の1以内でなければなりません。終了フレームを開始フレームに合わせてください。</translation>
    </message>
    <message>
        <source>The prompt holds bytes that are no characters (it isn&apos;t UTF-8). Type it again.</source>
        <translation>プロンプトに、文字ではない（UTF-8ではない）バイトが含まれています。入力し直してください。</translation>
    </message>
    <message>
        <source>The prompt holds control characters, which can&apos;t be seen. Type it again without them.</source>
        <translation>プロンプトに目に見えない制御文字が含まれています。それらを含めずに入力し直してください。</translation>
    </message>
    <message>
        <source>The prompt has {count} characters; {most} are allowed. Shorten it by {over}.</source>
        <translation>プロンプトは{count}文字ですが、使えるのは{most}文字までです。{over}文字短くしてください。</translation>
    </message>
    <message>
        <source>No picture yet. Drop one here or click to choose it.</source>
        <translation>画像がまだありません。ここにドロップするか、クリックして選んでください。</translation>
    </message>
    <message>
        <source>This mode needs {least} pictures; there is {count}. Add the other one.</source>
        <translation>このモードには画像が{least}枚必要ですが、{count}枚です。もう1枚追加してください。</translation>
    </message>
    <message>
        <source>This mode takes at most {most} pictures; there are {count}. Take some out.</source>
        <translation>このモードで使える画像は{most}枚までですが、{count}枚あります。いくつか外してください。</translation>
    </message>
    <message>
        <source>{bad} of {pictures} pictures can&apos;t be sent as they are.</source>
        <translation>画像{pictures}枚のうち{bad}枚は、そのままでは送信できません。</translation>
    </message>
    <message>
        <source>1 of {pictures} pictures can&apos;t be sent as it is.</source>
        <translation>画像{pictures}枚のうち1枚は、そのままでは送信できません。</translation>
    </message>
    <message>
        <source>“{name}” is sent as {width} × {height}; the video has {video_width} × {video_height}. It will be scaled up and look soft.</source>
        <translation>「{name}」は{width} × {height}で送られ、動画は{video_width} × {video_height}です。拡大されるため、ぼやけて見えます。</translation>
    </message>
    <message>
        <source>Of these pictures, {count} have less than half the video&apos;s width or height, {video_width} × {video_height}. They will be scaled up and look soft.</source>
        <translation>これらの画像のうち{count}枚は、幅か高さが動画（{video_width} × {video_height}）の半分未満です。拡大されるため、ぼやけて見えます。</translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>The prepared picture of this order can&apos;t be read. Nothing was sent. Add the picture again.</source>
        <translation>この注文のために準備した画像を読み取れません。何も送信していません。画像をもう一度追加してください。</translation>
    </message>
    <message>
        <source>There is no key yet. Add it in the settings; rehearsals work without one.</source>
        <translation>キーがまだありません。設定で追加してください。リハーサルはキーなしでできます。</translation>
    </message>
    <message>
        <source>The key has characters that no key has. Copy it again from the service&apos;s site.</source>
        <translation>キーに使えない文字が含まれています。サービスのサイトからもう一度コピーしてください。</translation>
    </message>
    <message>
        <source>The connection broke while the order was leaving. It was probably not charged, but that isn&apos;t certain, so it isn&apos;t sent again by itself.</source>
        <translation>注文の送信中に接続が切れました。おそらく課金されていませんが、確実ではないため、自動で再送信はしません。</translation>
    </message>
    <message>
        <source>{host} didn&apos;t answer in time. It is tried again by itself.</source>
        <translation>{host}が時間内に応答しませんでした。自動で再試行します。</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached. Check the network; it is tried again by itself.</source>
        <translation>{host}に接続できません。ネットワークを確認してください。自動で再試行します。</translation>
    </message>
    <message>
        <source>This computer has no open files, memory or threads left for the program. Nothing was asked or sent; it is tried again by itself. End other programs, or start this one again.</source>
        <translation>このコンピューターには、このプログラムが使えるファイル、メモリ、スレッドの空きがありません。問い合わせも送信もしていません。自動でもう一度試します。ほかのプログラムを終了するか、このプログラムを再起動してください。</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a name and a password, or others than it got. It is tried again by itself; type them under Settings &gt; Network.</source>
        <translation>プロキシ{proxy}が名前とパスワードを求めているか、送られたものが正しくありません。自動で再試行します。「設定」&gt;「ネットワーク」で入力してください。</translation>
    </message>
    <message>
        <source>The proxy {proxy} can&apos;t be reached. It is tried again by itself; check the proxy under Settings &gt; Network.</source>
        <translation>プロキシ{proxy}に接続できません。自動で再試行します。「設定」&gt;「ネットワーク」でプロキシを確認してください。</translation>
    </message>
    <message>
        <source>The proxy {proxy} took the connection and didn&apos;t open the way to {host}. It is tried again by itself; check the proxy under Settings &gt; Network.</source>
        <translation>プロキシ{proxy}は接続を受け付けましたが、{host}への経路を開きませんでした。自動で再試行します。「設定」&gt;「ネットワーク」でプロキシを確認してください。</translation>
    </message>
    <message>
        <source>The proxy {proxy} didn&apos;t let us through to {host}. It is tried again by itself; check the proxy under Settings &gt; Network.</source>
        <translation>プロキシ{proxy}が{host}への接続を通しませんでした。自動で再試行します。「設定」&gt;「ネットワーク」でプロキシを確認してください。</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate was signed by “{signer}” ({reason}). Nothing was sent. If your office checks its traffic, its certificate has to be installed in the system.</source>
        <translation>{host}への接続が安全ではありません。証明書が「{signer}」によって署名されています（{reason}）。何も送信していません。職場で通信を検査している場合は、その証明書をシステムにインストールする必要があります。</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate isn&apos;t good ({reason}). Nothing was sent. Check the system&apos;s clock and the network.</source>
        <translation>{host}への接続が安全ではありません。証明書に問題があります（{reason}）。何も送信していません。システムの時計とネットワークを確認してください。</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t safe: its certificate isn&apos;t good ({reason}). Nothing was sent. If your office checks its traffic, its certificate has to be installed in the system.</source>
        <translation>{host}への接続が安全ではありません。証明書に問題があります（{reason}）。何も送信していません。職場で通信を検査している場合は、その証明書をシステムにインストールする必要があります。</translation>
    </message>
    <message>
        <source>The service has taken this order before, so it may have been charged then. It isn&apos;t sent again.</source>
        <translation>サービスはこの注文を以前に受け付けているため、その時に課金された可能性があります。再送信はしません。</translation>
    </message>
    <message>
        <source>The order was sent, but its answer was lost. It may have been charged, so it isn&apos;t sent again by itself.</source>
        <translation>注文は送信されましたが、応答が失われました。課金された可能性があるため、自動で再送信はしません。</translation>
    </message>
    <message>
        <source>This network wants you to sign in before it lets anything through ({code}). Open any page in a browser and sign in; the service is asked again by itself.</source>
        <translation>このネットワークは、サインインするまで何も通しません（{code}）。ブラウザーで何かページを開いてサインインしてください。サービスには自動でもう一度問い合わせます。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy wants a name and password ({code}). Type them under Settings &gt; Network; the service is asked again by itself.</source>
        <translation>ネットワークのプロキシが名前とパスワードを求めています（{code}）。「設定 &gt; ネットワーク」で入力してください。サービスには自動でもう一度問い合わせます。</translation>
    </message>
    <message>
        <source>A page came in place of the service&apos;s answer ({code}): perhaps this network wants you to sign in, or a filter or proxy stands between. The service is asked again by itself; if this stays, open any page in a browser, and check Settings &gt; Network.</source>
        <translation>サービスの応答の代わりにWebページが届きました（{code}）。このネットワークがサインインを求めているか、途中にフィルターやプロキシがある可能性があります。サービスには自動でもう一度問い合わせます。続く場合は、ブラウザーで何かページを開き、「設定 &gt; ネットワーク」を確認してください。</translation>
    </message>
    <message>
        <source>The service didn&apos;t give a usable answer just now ({code}). It is asked again by itself.</source>
        <translation>サービスから使える応答がありませんでした（{code}）。自動でもう一度問い合わせます。</translation>
    </message>
    <message>
        <source>The order was sent, and a page came in place of the service&apos;s answer ({code}): perhaps this network wants you to sign in, or a filter or proxy stands between. It may have been charged, so it isn&apos;t sent again by itself; other orders wait until the service answers.</source>
        <translation>注文は送信されましたが、サービスの応答の代わりにWebページが届きました（{code}）。このネットワークがサインインを求めているか、途中にフィルターやプロキシがある可能性があります。課金された可能性があるため、自動で再送信はしません。ほかの注文は、サービスが応答するまで待機します。</translation>
    </message>
    <message>
        <source>This network wants you to sign in before it lets anything through. Nothing was sent to the service. Open any page in a browser and sign in; it is tried again by itself.</source>
        <translation>このネットワークは、サインインするまで何も通しません。サービスには何も送信していません。ブラウザーで何かページを開いてサインインしてください。自動でもう一度試します。</translation>
    </message>
    <message>
        <source>A page came in place of the service&apos;s answer ({code}): perhaps this network wants you to sign in, or a filter or proxy stands between. Nothing was charged; paid work waits. Open any page in a browser, check Settings &gt; Network, then try again.</source>
        <translation>サービスの応答の代わりにWebページが届きました（{code}）。このネットワークがサインインを求めているか、途中にフィルターやプロキシがある可能性があります。課金はされていません。有料の作業は待機します。ブラウザーで何かページを開き、「設定 &gt; ネットワーク」を確認してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The network&apos;s proxy wants a name and password. Nothing was sent. Type them under Settings &gt; Network.</source>
        <translation>ネットワークのプロキシが名前とパスワードを求めています。何も送信していません。「設定 &gt; ネットワーク」で入力してください。</translation>
    </message>
    <message>
        <source>The service isn&apos;t at this address ({code}). Nothing was charged; your work waits. Check the address under Settings &gt; Service, then try again.</source>
        <translation>このアドレスにサービスはありません（{code}）。課金はされていません。処理は待機します。「設定 &gt; サービス」でアドレスを確認してから、もう一度試してください。</translation>
    </message>
    <message>
        <source>The service refused the key ({code}). Check it in the settings; paid work waits until then.</source>
        <translation>サービスがキーを拒否しました（{code}）。設定で確認してください。それまで有料の処理は待機します。</translation>
    </message>
    <message>
        <source>Your account has no balance left. Top it up on the service&apos;s site; paid work waits until then.</source>
        <translation>アカウントの残高がありません。サービスのサイトでチャージしてください。それまで有料の処理は待機します。</translation>
    </message>
    <message>
        <source>A limit of your account is reached ({code}). Paid work waits until the service resets it.</source>
        <translation>アカウントの上限に達しました（{code}）。サービスがリセットするまで、有料の処理は待機します。</translation>
    </message>
    <message>
        <source>Your plan doesn&apos;t cover this ({code}). Check the plan on the service&apos;s site; paid work waits.</source>
        <translation>ご契約のプランではこれを利用できません（{code}）。サービスのサイトでプランを確認してください。有料の処理は待機します。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t let your account work now ({code}). Ask the service; paid work waits.</source>
        <translation>現在、サービスがこのアカウントの利用を認めていません（{code}）。サービスに問い合わせてください。有料の処理は待機します。</translation>
    </message>
    <message>
        <source>The service asks us to slow down. It goes on by itself.</source>
        <translation>サービスから、頻度を下げるよう求められています。自動で続行します。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t tell how this video stands ({code}). It is asked again by itself.</source>
        <translation>サービスはこの動画の状況を答えませんでした（{code}）。自動でもう一度問い合わせます。</translation>
    </message>
    <message>
        <source>The service&apos;s rules don&apos;t allow this prompt or picture ({code}). Change it and send it again.</source>
        <translation>このプロンプトか画像はサービスの規約で認められていません（{code}）。変更して送信し直してください。</translation>
    </message>
    <message>
        <source>The service said no ({code}). Change the order and send it again.</source>
        <translation>サービスに断られました（{code}）。注文を変更して送信し直してください。</translation>
    </message>
    <message>
        <source>The service said no ({code}) and doesn&apos;t say why. Change the order and send it again.</source>
        <translation>サービスに断られました（{code}）。理由は示されていません。注文を変更して送信し直してください。</translation>
    </message>
    <message>
        <source>The service&apos;s rules don&apos;t allow this prompt or picture. Change it and send it again; that is a new order.</source>
        <translation>このプロンプトか画像はサービスの規約で認められていません。変更して送信し直してください。それは新しい注文になります。</translation>
    </message>
    <message>
        <source>The service can&apos;t make this video as it was ordered. Change it and send it again; that is a new order.</source>
        <translation>この注文のままではサービスは動画を作れません。変更して送信し直してください。それは新しい注文になります。</translation>
    </message>
    <message>
        <source>The service gave up on this video. Try again, or change the order first; a new try is a new order.</source>
        <translation>サービスはこの動画の作成を断念しました。もう一度試すか、先に注文を変更してください。試すと新しい注文になります。</translation>
    </message>
    <message>
        <source>The service gave up on this video and doesn&apos;t say why. Try again, or change the order first; a new try is a new order.</source>
        <translation>サービスはこの動画の作成を断念し、理由も示していません。もう一度試すか、先に注文を変更してください。試すと新しい注文になります。</translation>
    </message>
    <message>
        <source>The service says that the video is done, but not where it is. It is asked again by itself.</source>
        <translation>サービスは動画が完成したと伝えていますが、その場所が示されていません。自動でもう一度問い合わせます。</translation>
    </message>
    <message>
        <source>The proxy in the system&apos;s settings is a SOCKS proxy of a kind that can&apos;t be used. Nothing is sent without it. Set a SOCKS 5 or HTTP proxy there, or choose another way under Settings &gt; Network.</source>
        <translation>システムの設定にあるSOCKSプロキシは、使えない種類です。プロキシなしでは何も送信しません。そこでSOCKS 5かHTTPのプロキシを設定するか、「設定」&gt;「ネットワーク」で別の経路を選んでください。</translation>
    </message>
    <message>
        <source>The proxy in the system&apos;s settings isn&apos;t an address that can be used. Nothing is sent without it. Correct it there, or choose another way under Settings &gt; Network.</source>
        <translation>システムの設定にあるプロキシは、使えるアドレスではありません。プロキシなしでは何も送信しません。そこで修正するか、「設定」&gt;「ネットワーク」で別の経路を選んでください。</translation>
    </message>
    <message>
        <source>The proxy in the settings isn&apos;t an address that can be used. Nothing is sent without it. Correct it under Settings &gt; Network.</source>
        <translation>設定にあるプロキシは、使えるアドレスではありません。プロキシなしでは何も送信しません。「設定」&gt;「ネットワーク」で修正してください。</translation>
    </message>
    <message>
        <source>The proxy&apos;s password isn&apos;t known, and nothing is sent without it. Unlock the system&apos;s keyring, or type the password again under Settings &gt; Network.</source>
        <translation>プロキシのパスワードが分からないため、何も送信しません。システムのキーリングのロックを解除するか、「設定」&gt;「ネットワーク」でパスワードをもう一度入力してください。</translation>
    </message>
    <message>
        <source>The system doesn&apos;t say which proxy is to be used, and nothing is sent without knowing. It is asked again by itself; Settings &gt; Network lets you choose.</source>
        <translation>どのプロキシを使うかシステムから分からないため、何も送信しません。自動でもう一度確認します。「設定」&gt;「ネットワーク」で選ぶこともできます。</translation>
    </message>
    <message>
        <source>There is no key for {door} yet. Add it in the settings; rehearsals work without one.</source>
        <translation>{door}のキーがまだありません。設定で追加してください。リハーサルはキーなしでできます。</translation>
    </message>
    <message>
        <source>This was ordered at {door}, and waits for its key. Choose {door} in the settings and add the key, or cancel it; nothing was sent.</source>
        <translation>これは{door}で注文したもので、そのキーを待っています。設定で{door}を選んでキーを追加するか、取り消してください。何も送信していません。</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>The program tripped ({kind}), so that wasn&apos;t done, or only in part. Help &gt; Save a report writes down what is needed to mend it.</source>
        <translation>内部エラーが起きたため（{kind}）、操作は行われなかったか、一部だけ行われました。「ヘルプ」&gt;「レポートを保存」で、修正に必要な情報を書き出せます。</translation>
    </message>
    <message>
        <source>Paid videos wait, and nothing is sent: {variable} says where to send them, and can&apos;t be used. {why} Start the program again without {variable}, or with an address that works. Rehearsals and what was sent before go on.</source>
        <translation>有料の動画は待機し、何も送信されません。送信先を示す{variable}の値が使えません。{why}{variable}なしで、または使えるアドレスで、プログラムを起動し直してください。リハーサルと送信済みのものは続行します。</translation>
    </message>
    <message>
        <source>Another command is working here; waiting for it to end.</source>
        <translation>別のコマンドが作業中です。終わるのを待っています。</translation>
    </message>
    <message>
        <source>Vidu Desktop&apos;s window is open and works on this library, and this can&apos;t be done beside it. Close it first. Nothing was sent.</source>
        <translation>Vidu Desktopのウィンドウが開いてこのライブラリで作業中のため、これは同時に行えません。先に閉じてください。何も送信していません。</translation>
    </message>
    <message>
        <source>Another Vidu Desktop has been working on this library all the time. Try again later. Nothing was sent.</source>
        <translation>別のVidu Desktopがずっとこのライブラリで作業していました。あとでもう一度試してください。何も送信していません。</translation>
    </message>
    <message>
        <source>No browser is set up here. What you asked for is this file: {path}</source>
        <translation>ブラウザーが設定されていません。ご覧になりたい内容は次のファイルです：{path}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>So {variable} is left out.</source>
        <translation>そのため{variable}は無視されます。</translation>
    </message>
    <message>
        <source>The address of the service is {url}, from the environment ({variable}).</source>
        <translation>サービスのアドレスは、環境変数（{variable}）による{url}です。</translation>
    </message>
    <message>
        <source>The settings in “{path}” can&apos;t be read. The program starts with its own.</source>
        <translation>「{path}」の設定を読み取れません。既定の設定で起動します。</translation>
    </message>
    <message>
        <source>The settings in “{path}” are damaged. The program starts with its own.</source>
        <translation>「{path}」の設定は破損しています。既定の設定で起動します。</translation>
    </message>
    <message>
        <source>Paid videos wait, and nothing is sent: the settings are damaged, so your budget or the service&apos;s address isn&apos;t known. Look at the settings in the window and press Save, or mend “{path}”. Rehearsals and what was sent before go on.</source>
        <translation>有料の動画は待機し、何も送信されません。設定が破損しており、予算またはサービスのアドレスが分かりません。ウィンドウで設定を確認して「保存」を押すか、「{path}」を修正してください。リハーサルと送信済みのものは続行します。</translation>
    </message>
    <message>
        <source>The setting “{name}” makes no sense and is left out. Look at the settings.</source>
        <translation>設定「{name}」は意味をなさないため、無視されます。設定を確認してください。</translation>
    </message>
    <message>
        <source>What a video of {model} costs at {door} isn&apos;t known, so nothing was sent. Give the price under Settings &gt; Work and money; rehearsals are free.</source>
        <translation>{door}での{model}の動画の料金が分からないため、何も送信していません。「設定」&gt;「処理と費用」で料金を入力してください。リハーサルは無料です。</translation>
    </message>
    <message>
        <source>“{url}” isn&apos;t an address of a service. It looks like {example}.</source>
        <translation>「{url}」はサービスのアドレスではありません。例：{example}</translation>
    </message>
    <message>
        <source>“{url}” would send your key unencrypted. Use an address that begins with https.</source>
        <translation>「{url}」ではキーが暗号化されずに送信されます。httpsで始まるアドレスを使ってください。</translation>
    </message>
    <message>
        <source>{variable} asks for {method} for typing Chinese or Japanese, which doesn&apos;t come with this program; ibus is tried instead. If only Latin letters arrive, start the program with {variable}=ibus.</source>
        <translation>{variable}が中国語・日本語の入力に{method}を指定していますが、このプログラムには含まれていないため、代わりにibusを試します。英字しか入力できない場合は、{variable}=ibusを付けてプログラムを起動してください。</translation>
    </message>
</context>
<context>
    <name>shelf</name>
    <message>
        <source>The list of the shelf (“{name}” in the library) is damaged and can&apos;t be read. It is set aside when something is put on the shelf; its pictures are still in the library.</source>
        <translation>素材棚の一覧（ライブラリの「{name}」）が破損しており、読み取れません。次に素材棚に何かを入れるとき退避されます。画像はライブラリに残っています。</translation>
    </message>
    <message>
        <source>Not on the shelf: {names}. Put it there, or write @@ for a sign that is meant as it is.</source>
        <translation>素材棚にないもの：{names}。素材棚に入れるか、記号そのものを書くには@@としてください。</translation>
    </message>
    <message>
        <source>In the prompt, but with no picture among the subjects: {names}.</source>
        <translation>プロンプトにありますが、被写体に画像がないもの：{names}。</translation>
    </message>
    <message>
        <source>Give it a name first: a prompt calls it by that.</source>
        <translation>先に名前を付けてください。プロンプトからその名前で呼び出します。</translation>
    </message>
    <message>
        <source>A name on the shelf has at most {most} characters. Choose a shorter one.</source>
        <translation>素材棚の名前は{most}文字までです。短くしてください。</translation>
    </message>
    <message>
        <source>“{name}” has an @ in it, with which a name begins in a prompt. Leave it out.</source>
        <translation>「{name}」には@が含まれています。@はプロンプトで名前の始まりを表すため、省いてください。</translation>
    </message>
    <message>
        <source>Add a picture: nobody knows it without one.</source>
        <translation>画像を追加してください。画像がないと見た目が決まりません。</translation>
    </message>
    <message>
        <source>These are {count} pictures; a video takes {most}. Leave those out that show the least.</source>
        <translation>画像が{count}枚ありますが、動画で使えるのは{most}枚までです。特徴の少ないものを外してください。</translation>
    </message>
    <message>
        <source>The line is too long: it has at most {most} characters, so that the prompt has room for the rest.</source>
        <translation>説明が長すぎます。プロンプトのほかの部分に余裕を残すため、{most}文字までです。</translation>
    </message>
    <message>
        <source>“{name}” is on the shelf already. Choose another name, or change that one.</source>
        <translation>「{name}」はすでに素材棚にあります。別の名前にするか、そちらを変更してください。</translation>
    </message>
    <message>
        <source>Nobody in “{name}” has pictures that a video can be made from. Nothing was changed. Have it made anew.</source>
        <translation>「{name}」には、動画の作成に使える画像を持つものがありません。何も変わっていません。作り直してもらってください。</translation>
    </message>
    <message>
        <source>There is nothing for a shelf in “{name}” that can be read here. Nothing was changed.</source>
        <translation>「{name}」に、ここで読める素材棚の内容はありません。何も変わっていません。</translation>
    </message>
    <message>
        <source>The pictures in “{name}” are larger than those of any shelf. Nothing was changed. Have it made anew, in parts.</source>
        <translation>「{name}」の画像は、合わせるとどの素材棚よりも大きくなります。何も変わっていません。分けて作り直してもらってください。</translation>
    </message>
    <message>
        <source>One came onto the shelf from “{name}”. Edit &gt; Undo takes it back.</source>
        <translation>「{name}」から1件を素材棚に入れました。「編集」&gt;「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>{count} came onto the shelf from “{name}”. Edit &gt; Undo takes them back.</source>
        <translation>「{name}」から{count}件を素材棚に入れました。「編集」&gt;「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>Of {all} in “{name}”, on the shelf are now: {count}. The others are damaged, or have pictures that a video can&apos;t be made from.</source>
        <translation>「{name}」の{all}件のうち、素材棚に入れたのは{count}件です。ほかは破損しているか、動画の作成に使えない画像です。</translation>
    </message>
    <message>
        <source>“{name}” was taken off the shelf; its pictures and videos stay in the library. Edit &gt; Undo puts it back.</source>
        <translation>「{name}」を素材棚から外しました。画像と動画はライブラリに残ります。「編集」&gt;「元に戻す」で戻せます。</translation>
    </message>
    <message>
        <source>{count} were taken off the shelf; their pictures and videos stay in the library. Edit &gt; Undo puts them back.</source>
        <translation>{count}件を素材棚から外しました。画像と動画はライブラリに残ります。「編集」&gt;「元に戻す」で戻せます。</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受け付け済み</translation>
    </message>
    <message>
        <source>Refused, not charged</source>
        <translation>拒否（課金なし）</translation>
    </message>
    <message>
        <source>Answer lost</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>In the making</source>
        <translation>作成中</translation>
    </message>
    <message>
        <source>Ready to fetch</source>
        <translation>取得待ち</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>取得中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>検証中</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>ライブラリ内</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>取り下げ</translation>
    </message>
    <message>
        <source>1 video is finished</source>
        <translation>動画1本が完成しました</translation>
    </message>
    <message>
        <source>{count} videos are finished</source>
        <translation>動画{count}本が完成しました</translation>
    </message>
    <message>
        <source>1 video failed; the queue says why.</source>
        <translation>動画1本が失敗しました。理由はキューにあります。</translation>
    </message>
    <message>
        <source>{count} videos failed; the queue says why.</source>
        <translation>動画{count}本が失敗しました。理由はキューにあります。</translation>
    </message>
    <message>
        <source>The answer to 1 order was lost; it may have been charged.</source>
        <translation>注文1件に応答がありませんでした。課金された可能性があります。</translation>
    </message>
    <message>
        <source>The answers to {count} orders were lost; they may have been charged.</source>
        <translation>注文{count}件に応答がありませんでした。課金された可能性があります。</translation>
    </message>
    <message>
        <source>A video failed</source>
        <translation>動画が失敗しました</translation>
    </message>
    <message>
        <source>The answer to an order was lost</source>
        <translation>注文に応答がありませんでした</translation>
    </message>
    <message>
        <source>It may have been charged. Nothing is sent again before you have decided in the queue.</source>
        <translation>課金された可能性があります。キューで判断するまで、再送信はしません。</translation>
    </message>
    <message>
        <source>The budget is used</source>
        <translation>予算を使い切りました</translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>“{computer}” is working on this library. You can look, search and play; changing it waits until that computer has ended.</source>
        <translation>「{computer}」がこのライブラリで作業中です。閲覧、検索、再生はできます。変更は、そのコンピューターの作業が終わるまでできません。</translation>
    </message>
    <message>
        <source>The library folder “{path}” isn&apos;t there. Connect its drive, or choose another folder in the settings. Finished videos wait on this computer.</source>
        <translation>ライブラリのフォルダー「{path}」が見つかりません。ドライブを接続するか、設定で別のフォルダーを選んでください。完成した動画はこのコンピューターで待機します。</translation>
    </message>
    <message>
        <source>“{name}” was written by a newer version of the program. It can be looked at, but nothing can be changed. Update the program.</source>
        <translation>「{name}」は、より新しいバージョンのプログラムで書かれています。閲覧はできますが、変更はできません。プログラムを更新してください。</translation>
    </message>
    <message>
        <source>Your saved searches can&apos;t be read: “{path}” is damaged. It stays as it is until a search is saved, and is set aside then. Videos aren&apos;t touched.</source>
        <translation>保存した検索を読み取れません：「{path}」が破損しています。検索を保存するまでそのまま残り、そのとき退避されます。動画には影響しません。</translation>
    </message>
    <message>
        <source>Your presets can&apos;t be read: “{path}” is damaged. It stays as it is until a preset is saved, and is set aside then. Videos aren&apos;t touched.</source>
        <translation>プリセットを読み取れません：「{path}」が破損しています。プリセットを保存するまでそのまま残り、そのとき退避されます。動画には影響しません。</translation>
    </message>
    <message>
        <source>Your shelf can&apos;t be read: “{path}” is damaged. It stays as it is until something is put on the shelf, and is set aside then. Its pictures are still in the library.</source>
        <translation>素材棚を読み取れません：「{path}」が破損しています。素材棚に何かを入れるまでそのまま残り、そのとき退避されます。画像はライブラリに残っています。</translation>
    </message>
    <message>
        <source>The list of jobs was damaged. It is set aside as “{name}”, and a new one was begun.</source>
        <translation>ジョブの一覧が破損していました。「{name}」として退避し、新しい一覧を始めました。</translation>
    </message>
    <message>
        <source>This list of jobs comes from another computer or folder. The orders that wait in it may still wait there, too, and would be paid twice. So the queue is paused, and nothing was sent. Resume it if they aren&apos;t sent from there; else take them off.</source>
        <translation>このジョブ一覧は、別のコンピューターまたは別のフォルダーから来たものです。待っている注文は元の場所でも待っている可能性があり、二重に支払うことになります。そのためキューを一時停止し、何も送信していません。元の場所から送信しないのであればここで再開し、そうでなければ一覧から外してください。</translation>
    </message>
    <message>
        <source>One job was brought back from the second record of orders.</source>
        <translation>注文の控えから、ジョブ1件を復元しました。</translation>
    </message>
    <message>
        <source>{count} jobs were brought back from the second record of orders.</source>
        <translation>注文の控えから、ジョブ{count}件を復元しました。</translation>
    </message>
    <message>
        <source>The library&apos;s index was damaged. It is set aside as “{name}” and was made anew from the records; no video is lost.</source>
        <translation>ライブラリの索引が破損していました。「{name}」として退避し、記録から作り直しました。失われた動画はありません。</translation>
    </message>
    <message>
        <source>What lay in the tabs can&apos;t be read: “{path}” is damaged. It stays as it is until something in a tab is changed, and is set aside then. Videos aren&apos;t touched.</source>
        <translation>タブの内容を読み取れません：「{path}」が破損しています。タブで何かを変更するまでそのまま残り、そのとき退避されます。動画には影響しません。</translation>
    </message>
    <message>
        <source>The library folder “{path}” is empty, and isn&apos;t the one that held the videos. Connect its drive; finished videos wait on this computer. If the empty one is right, run `vidu-desktop library rebuild`.</source>
        <translation>ライブラリのフォルダー「{path}」は空で、動画が入っていたフォルダーではありません。ドライブを接続してください。完成した動画はこのコンピューターで待機します。空のフォルダーで正しい場合は、`vidu-desktop library rebuild` を実行してください。</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}分{seconds}秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}時間{minutes}分</translation>
    </message>
</context>
<context>
    <name>trash</name>
    <message>
        <source>Chain board “{name}”, {stills}</source>
        <translation>絵コンテボード「{name}」、{stills}</translation>
    </message>
    <message>
        <source>Chain board “{name}”, without stills</source>
        <translation>絵コンテボード「{name}」、静止画なし</translation>
    </message>
    <message>
        <source>The board “{name}” is back.</source>
        <translation>ボード「{name}」を元に戻しました。</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>deletion of a video</source>
        <translation>動画の削除</translation>
    </message>
    <message>
        <source>deletion of {count} videos</source>
        <translation>動画{count}本の削除</translation>
    </message>
    <message>
        <source>import of a video</source>
        <translation>動画の読み込み</translation>
    </message>
    <message>
        <source>import of {count} videos</source>
        <translation>動画{count}本の読み込み</translation>
    </message>
    <message>
        <source>marks of a video</source>
        <translation>動画のマーク</translation>
    </message>
    <message>
        <source>marks of {count} videos</source>
        <translation>動画{count}本のマーク</translation>
    </message>
    <message>
        <source>a row taken out of the queue</source>
        <translation>キューから行を外す操作</translation>
    </message>
    <message>
        <source>{count} rows taken out of the queue</source>
        <translation>キューから{count}行を外す操作</translation>
    </message>
    <message>
        <source>order of the queue</source>
        <translation>キューの順序</translation>
    </message>
    <message>
        <source>a cell of a batch</source>
        <translation>バッチのセル</translation>
    </message>
    <message>
        <source>{count} cells of a batch</source>
        <translation>バッチの{count}セル</translation>
    </message>
    <message>
        <source>make a row another take</source>
        <translation>行を別テイクにする操作</translation>
    </message>
    <message>
        <source>make {count} rows takes</source>
        <translation>{count}行をテイクにする操作</translation>
    </message>
    <message>
        <source>a row left out of a batch</source>
        <translation>バッチから行を除く操作</translation>
    </message>
    <message>
        <source>{count} rows left out of a batch</source>
        <translation>バッチから{count}行を除く操作</translation>
    </message>
    <message>
        <source>a row taken into a batch</source>
        <translation>バッチに行を含める操作</translation>
    </message>
    <message>
        <source>{count} rows taken into a batch</source>
        <translation>バッチに{count}行を含める操作</translation>
    </message>
    <message>
        <source>another take of a video</source>
        <translation>動画の別テイク</translation>
    </message>
    <message>
        <source>another take of {count} videos</source>
        <translation>動画{count}本の別テイク</translation>
    </message>
    <message>
        <source>a picture taken out</source>
        <translation>画像を外す操作</translation>
    </message>
    <message>
        <source>{count} pictures taken out</source>
        <translation>画像{count}枚を外す操作</translation>
    </message>
    <message>
        <source>a picture put in</source>
        <translation>画像を入れる操作</translation>
    </message>
    <message>
        <source>{count} pictures put in</source>
        <translation>画像{count}枚を入れる操作</translation>
    </message>
    <message>
        <source>pictures replaced</source>
        <translation>画像の入れ替え</translation>
    </message>
    <message>
        <source>order of the pictures</source>
        <translation>画像の順序</translation>
    </message>
    <message>
        <source>order of the stills</source>
        <translation>静止画の順序</translation>
    </message>
    <message>
        <source>a change to a board</source>
        <translation>ボードの変更</translation>
    </message>
    <message>
        <source>the sound of a board</source>
        <translation>ボードの音声</translation>
    </message>
    <message>
        <source>deletion of a board</source>
        <translation>ボードの削除</translation>
    </message>
    <message>
        <source>new name of a board</source>
        <translation>ボードの新しい名前</translation>
    </message>
    <message>
        <source>change of the shelf</source>
        <translation>素材棚の変更</translation>
    </message>
    <message>
        <source>new name of a file</source>
        <translation>ファイル名の変更</translation>
    </message>
</context>
<context>
    <name>videos</name>
    <message>
        <source>The file that came is empty. It will be fetched again.</source>
        <translation>届いたファイルは空でした。再び取得します。</translation>
    </message>
    <message>
        <source>A web page came instead of the video, perhaps from a network that asks you to log in. It will be fetched again.</source>
        <translation>動画の代わりにWebページが届きました。ログインを求めるネットワークかもしれません。再び取得します。</translation>
    </message>
    <message>
        <source>A playlist came instead of the video itself. It was not opened. It will be fetched again.</source>
        <translation>動画の代わりにプレイリストが届きました。開いていません。再び取得します。</translation>
    </message>
    <message>
        <source>Text came instead of the video. It will be fetched again.</source>
        <translation>動画の代わりにテキストが届きました。再び取得します。</translation>
    </message>
    <message>
        <source>A picture came instead of the video. It will be fetched again.</source>
        <translation>動画の代わりに画像が届きました。再び取得します。</translation>
    </message>
    <message>
        <source>What came isn&apos;t an MP4 video. It was not opened. It will be fetched again.</source>
        <translation>届いたものはMP4動画ではありません。開いていません。再び取得します。</translation>
    </message>
    <message>
        <source>The video is damaged or not whole. It will be fetched again.</source>
        <translation>動画が破損しているか不完全です。再び取得します。</translation>
    </message>
    <message>
        <source>The file that came has no moving picture in it. It will be fetched again.</source>
        <translation>届いたファイルに映像がありません。再び取得します。</translation>
    </message>
    <message>
        <source>The video that came is coded in a way that this program can&apos;t read. It will be fetched again.</source>
        <translation>届いた動画は、このプログラムでは読めない形式で符号化されています。再び取得します。</translation>
    </message>
    <message>
        <source>The video took too long to check. It will be fetched and checked again.</source>
        <translation>動画の検証に時間がかかりすぎました。再び取得して検証します。</translation>
    </message>
    <message>
        <source>The video couldn&apos;t be opened: something in it is broken. It will be fetched again.</source>
        <translation>動画を開けませんでした。中身が壊れています。再び取得します。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read from the disk ({reason}). Check that the drive is there.</source>
        <translation>「{name}」をディスクから読み取れません（{reason}）。ドライブが接続されているか確認してください。</translation>
    </message>
    <message>
        <source>A folder, a pipe or a device has the name of the video “{name}”. Move it away and put the video there.</source>
        <translation>動画「{name}」の名前を、フォルダー、パイプ、またはデバイスが使っています。それを移動して、動画をそこに戻してください。</translation>
    </message>
    <message>
        <source>“{name}” isn&apos;t there any more: it was moved, renamed or deleted outside the program.</source>
        <translation>「{name}」がなくなっています。プログラムの外で移動、名前の変更、または削除が行われました。</translation>
    </message>
    <message>
        <source>You may not read “{name}”. Change who may open it, then try again.</source>
        <translation>「{name}」を読み取る権限がありません。開く権限を変更してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>“{name}” has no moving picture in it, perhaps sound only.</source>
        <translation>「{name}」には映像がありません。音声だけかもしれません。</translation>
    </message>
    <message>
        <source>“{name}” is coded in a way that this program can&apos;t read. It is left as it is; convert it to H.264 with another program.</source>
        <translation>「{name}」は、このプログラムでは読めない形式で符号化されています。そのままにしてあります。別のプログラムでH.264に変換してください。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or isn&apos;t a video. It is left as it is; put a whole copy in its place.</source>
        <translation>「{name}」は破損しているか、動画ではありません。そのままにしてあります。完全なコピーと置き換えてください。</translation>
    </message>
</context>
</TS>
