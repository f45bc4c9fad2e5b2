<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>研究コード</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>来院</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>記入日（日 / 月 / 年）</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>各質問につき一つの枠に印を付けてください。答えを変えるときは、間違えた枠を完全に塗りつぶし、別の枠に印を付けてください。答えたくない質問は飛ばしてかまいません。</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>記入した人</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>参加者本人のみ</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>参加者本人（他の人が読み上げ）</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>参加者の答えを他の人が記入</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>通訳の助けを借りて記入</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>スタッフが面談で記入</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>本人のみで記入しなかった理由</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>{total} ページ中 {number} ページ</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>{lowest} から {highest} までの数を書いてください。</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>質問 {number} の答えが次の場合のみ：{answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>質問 {number} の答えが次の値以上の場合のみ：{answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>質問はこれで終わりです。ありがとうございました。</translation>
    </message>
</context>
</TS>
