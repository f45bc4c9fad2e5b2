<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>שאלה אחת. אין מגבלת זמן.</numerusform>
            <numerusform>%n שאלות. אין מגבלת זמן.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} מתוך {total}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>עזרה</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>גודל הכתב</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>ניגודיות</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>הפסקה</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>הבא</translation>
    </message>
    <message>
        <source>More</source>
        <translation>עוד</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>מחיקת התשובה</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}. {state}. שאלה: {question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>אפשרות {place} מתוך {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>נבחרה</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>לא נבחרה</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>אחד פחות</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>אחד יותר</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>לא הוזן מספר</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>הוזן: {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>האם זה קוד המחקר שלך?</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>ביקור: {visit}. שפה: {language}.</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>נא להשוות את הקוד לקוד שקיבלת מהצוות.</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>כן, זה הקוד שלי</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>לא, או לא בטוח</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>התשובות שלך לא נקראות מיד. אם ההרגשה שלך עכשיו לא טובה, נא לספר לצוות.</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>תחילה, תרגול קצר</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>אפשר לנסות איך הטאבלט עובד. שום דבר מהתרגול לא נשמר.</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>התחלת התרגול</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>התרגול הסתיים</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>עכשיו מתחילות השאלות האמיתיות. התשובות שלך יישמרו.</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>מעבר לשאלות</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>תרגול נוסף</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>לשאלה {number} אין עדיין תשובה.</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>אפשר לענות עליה, או להמשיך בלי תשובה. שתי האפשרויות בסדר.</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>חזרה לשאלה</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>המשך בלי תשובה</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>זמן למנוחה</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>כל מה שענית שמור בבטחה. אין צורך למהר.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>המשך</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>לעצור כאן ולהחזיר את הטאבלט</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>האם לעצור כאן?</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>התשובות עד כה נשמרות. הצוות יכול לאפשר להמשיך מאוחר יותר מאותו מקום.</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>לא, להמשיך בשאלות</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>כן, לעצור כאן</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>יש לגעת בתשובה הקרובה ביותר. כדי לשנות, יש לגעת בתשובה אחרת. אחר כך יש לגעת בכפתור הבא.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>אפשר לדלג על שאלה: יש לגעת בכפתור הבא בלי לענות.</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>בעזרת הכפתורים למעלה אפשר להגדיל את האותיות ולשנות את הצבעים.</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>הצוות ישמח לעזור עם הטאבלט. התשובות צריכות להיות שלך.</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>נא לקרוא לצוות</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>הטאבלט לא הצליח לשמור את הצעד האחרון. מה שענית קודם שמור בבטחה.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>לצוות: ⁨{code}⁩</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון נוסף</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>צוות</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>לצוות: התשובות נשמרו תחת ⁨{proof}⁩.</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>הגעת לסוף השאלות.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>תודה רבה</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>נא להחזיר את הטאבלט</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>תרגול. שום דבר לא נשמר.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>תרגול</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>יש לגעת בכפתור הבא למטה כדי לראות את שאלת התרגול הראשונה.</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>בלי תה</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>עם תה חלש</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>עם תה חזק</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>עם קפה</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>קר מאוד</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>חם מאוד</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>חלון</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>מעבר</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>איך היית רוצה להתחיל בוקר? יש לגעת בשורה. כדי לשנות, יש לגעת בשורה אחרת, ואז בכפתור הבא.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>כמה חמה צריכה להיות אמבטיה? יש לגעת במספר. בכפתור חזרה אפשר לראות שוב את הבחירה הראשונה.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>איזה מושב ברכבת? יש לדלג על השאלה הזאת: לגעת בכפתור הבא בלי לבחור.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>שאלה {number}: {text} התשובה שלך: {answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>ללא תשובה</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>התשובות שלך</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>אפשר לגעת בשורה כדי לראות שוב את השאלה.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>סיימתי</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>חלק {part} מתוך {parts}</translation>
    </message>
</context>
</TS>
