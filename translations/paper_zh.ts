<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>研究编号</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>填写日期（日 / 月 / 年）</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>每个问题请勾选一个方框。如需更改答案，请将错误的方框完全涂黑，再勾选另一个。您可以跳过任何问题。</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>填写人</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>参与者本人独自填写</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>参与者本人填写，由他人朗读</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>由他人按参与者的回答填写</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>在口译员协助下填写</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>由工作人员访谈填写</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>如非参与者独自填写，请写明原因</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>第 {number} 页，共 {total} 页</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>请写一个 {lowest} 到 {highest} 之间的数字。</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>仅当您对问题 {number} 的回答是：{answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>仅当您对问题 {number} 的回答至少是：{answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>问题到此结束。谢谢。</translation>
    </message>
</context>
</TS>
