<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he">
<!-- Draft, to be reviewed by a native speaker. -->
<context>
    <name>Paper</name>
    <message>
        <source>Study code</source>
        <translation>קוד מחקר</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>ביקור</translation>
    </message>
    <message>
        <source>Date filled in (day / month / year)</source>
        <translation>תאריך המילוי (יום / חודש / שנה)</translation>
    </message>
    <message>
        <source>Please mark one box for each question. To change an answer, fill the wrong box completely and mark another. You may leave a question out.</source>
        <translation>נא לסמן משבצת אחת בכל שאלה. כדי לשנות תשובה, יש למלא לגמרי את המשבצת השגויה ולסמן אחרת. מותר לדלג על שאלה.</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>מולא על ידי</translation>
    </message>
    <message>
        <source>the participant alone</source>
        <translation>המשתתפים לבדם</translation>
    </message>
    <message>
        <source>the participant, a helper read aloud</source>
        <translation>המשתתפים, מישהו הקריא</translation>
    </message>
    <message>
        <source>a helper, as the participant said</source>
        <translation>אדם אחר, לפי דברי המשתתפים</translation>
    </message>
    <message>
        <source>with an interpreter</source>
        <translation>בעזרת מתורגמן</translation>
    </message>
    <message>
        <source>staff, in an interview</source>
        <translation>הצוות, בריאיון</translation>
    </message>
    <message>
        <source>Reason, if not by the participant alone</source>
        <translation>הסיבה, אם לא מולא לבד</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>עמוד {number} מתוך {total}</translation>
    </message>
    <message>
        <source>Please write a number from {lowest} to {highest}.</source>
        <translation>נא לכתוב מספר מ־{lowest} עד {highest}.</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was: {answer}</source>
        <translation>רק אם תשובתך לשאלה {number} הייתה: {answer}</translation>
    </message>
    <message>
        <source>Only if your answer to question {number} was at least: {answer}</source>
        <translation>רק אם תשובתך לשאלה {number} הייתה לפחות: {answer}</translation>
    </message>
    <message>
        <source>This is the end of the questions. Thank you.</source>
        <translation>זה סוף השאלות. תודה.</translation>
    </message>
</context>
</TS>
