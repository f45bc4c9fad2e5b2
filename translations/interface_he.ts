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
        <source>choose an answer</source>
        <translation>לבחור תשובה</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>לשנות תשובה: לגעת בתשובה אחרת</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>לחזור לשאלה הקודמת</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>לדלג על שאלה: לגעת בכפתור הבא בלי לענות</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>אפשר לנסות גם את זה</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>לנסות בתרגול</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>שאלה {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>שאלות {first} עד {last}</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>השאלות הבאות</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>אפשר לענות, או לומר שעדיף לא. שתי האפשרויות בסדר.</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>עדיף לי לא לענות</translation>
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
        <source>I am tired or unwell</source>
        <translation>יש לי עייפות או הרגשה לא טובה</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>אין לי רצון לענות על שאלות נוספות</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>אין לי זמן עכשיו</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>השפה קשה לי</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>הטאבלט לא עובד כראוי</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>סיבה אחרת</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>האם לומר למה?</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>עדיף לי לא לומר</translation>
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
        <source>Somebody is helping me</source>
        <translation>מישהו עוזר לי</translation>
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
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>הטאבלט הזה כבר אינו בשימוש כאן. מה שענית קודם שמור בבטחה. נא להחזיר אותו; לצוות יש טאבלט אחר בשבילך.</translation>
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
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>הקוד הסודי לא התאים. הצוות יכול לאפשר לבחור קוד חדש.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>שום דבר לא אבד.</translation>
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
        <source>This tablet is locked</source>
        <translation>הטאבלט הזה נעול</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>נא למסור אותו לצוות.</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>לצוות: יש לגעת בכפתור צוות ואז להתחבר.</translation>
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
        <source>The participant with this code is on the line</source>
        <translation>בעל או בעלת הקוד הזה נמצאים על הקו</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>חלק {part} מתוך {parts}</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>ריאיון טלפוני</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>לצוות: יש להקריא כל שאלה ואת כל התשובות כלשונן ולגעת במה שנאמר. אין להסביר או להציע דבר.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>מחיקה</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>ספרות שהוקשו: {count}</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>הסתרת הספרות</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>הצגת הספרות</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>נא להקיש את הקוד הסודי למחקר</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>אם הקוד נשכח, נא לבקש מהצוות קוד חדש.</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>נא להקיש שוב את הקוד הסודי למחקר</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>זה היה מספר אחר. אפשר לנסות שוב.</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>נא להקיש שוב את אותו קוד סודי</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>כדי שזה יהיה הקוד הנכון.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>{least} עד {most} ספרות. הקוד נחוץ בכל ביקור.</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>השניים לא היו זהים. נא לבחור שוב: {least} עד {most} ספרות.</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>נא לבחור קוד סודי למחקר</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>מי עונה עכשיו?</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>עד כה: {who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>שום דבר לא השתנה</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>קשה לי לראות את המסך</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>קשה לי לגעת במסך</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>קשה לי לקרוא</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>השפה הזאת קשה לי</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>אין לי ניסיון עם טאבלט</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>כך נוח לי יותר</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>למה נחוצה העזרה?</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>התשובות שלי, בלי עזרה</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>מישהו מקריא לי את השאלות, והנגיעה במסך שלי</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>התשובות נאמרות בקולי, ומישהו נוגע במסך</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>מישהו מתרגם בשבילי</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>הצוות שואל אותי ונוגע במסך</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>הקראה</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>הפסקת ההקראה</translation>
    </message>
</context>
</TS>
