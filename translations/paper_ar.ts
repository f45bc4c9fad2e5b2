<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>رمز الدراسة</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>الزيارة</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>تاريخ التعبئة (اليوم / الشهر / السنة)</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>يرجى وضع علامة في مربع واحد لكل سؤال. لتغيير إجابة، املأ المربع الخاطئ بالكامل وضع علامة في مربع آخر. يمكنك ترك سؤال دون إجابة.</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>عُبّئت من قِبل</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>المشارك وحده</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>المشارك، وقرأ له شخص بصوت عالٍ</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>شخص آخر، كما قال المشارك</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>بمساعدة مترجم</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>أحد العاملين، في مقابلة</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>السبب، إن لم يعبئها المشارك وحده</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>صفحة {number} من {total}</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>يرجى كتابة رقم من {lowest} إلى {highest}.</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>فقط إذا كانت إجابتك عن السؤال {number}: {answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>فقط إذا كانت إجابتك عن السؤال {number} على الأقل: {answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>هذه نهاية الأسئلة. شكرًا لك.</translation>
    </message>
</context>
</TS>
