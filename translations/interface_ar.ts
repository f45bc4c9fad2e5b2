<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>لا أسئلة. لا حد للوقت.</numerusform>
            <numerusform>سؤال واحد. لا حد للوقت.</numerusform>
            <numerusform>سؤالان. لا حد للوقت.</numerusform>
            <numerusform>%n أسئلة. لا حد للوقت.</numerusform>
            <numerusform>%n سؤالًا. لا حد للوقت.</numerusform>
            <numerusform>%n سؤال. لا حد للوقت.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} من {total}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم الخط</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>التباين</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>استراحة</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>مسح إجابتي</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}. {state}. السؤال: {question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>الخيار {place} من {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>غير مختار</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>أقل بواحد</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>أكثر بواحد</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>لم يُدخَل أي رقم</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>الرقم المُدخَل: {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>هل هذا هو رمزك في الدراسة؟</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>الزيارة: {visit}. اللغة: {language}.</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>يرجى مقارنة الرمز بالرمز الذي أعطاك إياه فريق التمريض.</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>نعم، هذا رمزي</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>لا، أو لا أعرف بالتأكيد</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>لا تُقرأ إجاباتك على الفور. إن لم تكن حالتك جيدة الآن، يرجى إخبار فريق التمريض.</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>أولًا، تدريب قصير</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>يمكنك تجربة عمل الجهاز اللوحي. لا يُحفظ أي شيء مما تلمسه في التدريب.</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>بدء التدريب</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>انتهى التدريب</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>تبدأ الآن الأسئلة الحقيقية. ستُحفظ إجاباتك.</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>الانتقال إلى الأسئلة</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>إعادة التدريب</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>السؤال {number} بلا إجابة حتى الآن.</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>يمكنك الإجابة عنه، أو المتابعة دون إجابة. كلا الأمرين مقبول.</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>العودة إلى السؤال</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>المتابعة دون إجابة</translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation>اختيار إجابة</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>تغيير إجابة: المس إجابة أخرى</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>العودة إلى السؤال السابق</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>ترك سؤال: المس زر التالي دون إجابة</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>يمكنك أيضًا تجربة هذا</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>التجربة في التدريب</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>السؤال {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>الأسئلة من {first} إلى {last}</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>الأسئلة التالية</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>يمكنك الإجابة، أو القول إنك تفضّل عدم الإجابة. كلا الأمرين مقبول.</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>أفضّل عدم الإجابة</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>وقت للراحة</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>كل ما أجبت عنه محفوظ بأمان. لا داعي للعجلة.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>التوقف هنا وإعادة الجهاز</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>هل تريد التوقف هنا؟</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>إجاباتك حتى الآن محفوظة. يستطيع فريق التمريض أن يتيح لك المتابعة لاحقًا من الموضع نفسه.</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>لا، متابعة الأسئلة</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>نعم، التوقف هنا</translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation>أشعر بالتعب أو بتوعك</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>لا أريد الإجابة عن أسئلة أخرى</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>لا وقت لدي الآن</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>اللغة صعبة علي</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>الجهاز لا يعمل جيدًا</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>هل تريد أن تقول لماذا؟</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>أفضّل ألا أقول</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>المس الإجابة الأقرب إليك. لتغييرها المس إجابة أخرى. ثم المس زر التالي.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>يمكنك ترك أي سؤال: المس زر التالي دون إجابة.</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>بالأزرار الموجودة في الأعلى يمكنك تكبير الحروف وتغيير الألوان.</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>يسر فريق التمريض أن يساعدك في استعمال الجهاز. ينبغي أن تكون الإجابات إجاباتك أنت.</translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation>يساعدني شخص آخر</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>يرجى استدعاء فريق التمريض</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>لم يتمكن الجهاز من حفظ الخطوة الأخيرة. ما أجبت عنه من قبل محفوظ بأمان.</translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>لم يعد هذا الجهاز يُستعمل هنا. ما أجبت عنه من قبل محفوظ بأمان. يرجى إعادته؛ لدى فريق التمريض جهاز آخر لك.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>لفريق التمريض: ⁨{code}⁩</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>المحاولة مرة أخرى</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>الرمز السري غير مطابق. يستطيع فريق التمريض أن يتيح لك اختيار رمز جديد.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>لفريق التمريض: حُفظت الإجابات تحت الرمز ⁨{proof}⁩.</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>لقد وصلت إلى نهاية الأسئلة.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>شكرًا لك</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>يرجى إعادة الجهاز</translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation>هذا الجهاز مقفل</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>يرجى إعطاؤه لفريق التمريض أو الطبيب.</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>لفريق التمريض: المس زر الموظفون، ثم سجّل الدخول.</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>تدريب. لا يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>المس زر التالي في الأسفل لرؤية سؤال التدريب الأول.</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>بلا شاي</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>مع شاي خفيف</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>مع شاي ثقيل</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>مع قهوة</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>بارد جدًّا</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>حار جدًّا</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>نافذة</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>ممر</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>كيف تحب أن تبدأ الصباح؟ المس سطرًا. للتغيير المس سطرًا آخر، ثم زر التالي.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>كم ينبغي أن تكون حرارة الحمّام؟ المس رقمًا. بزر رجوع يمكنك رؤية اختيارك الأول مرة أخرى.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>أي مقعد في القطار؟ اترك هذا السؤال: المس زر التالي دون اختيار.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>السؤال {number}: {text} إجابتك: {answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>بلا إجابة</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>إجاباتك</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>المس سطرًا لرؤية ذلك السؤال مرة أخرى.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>لقد انتهيت</translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation>صاحب هذا الرمز على الخط</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>الجزء {part} من {parts}</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>مقابلة هاتفية</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>للطاقم: اقرأ كل سؤال وجميع إجاباته كما هي، ثم المس ما يقال لك. لا تشرح ولا تقترح شيئًا.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>الأرقام المُدخَلة: {count}</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>إخفاء الأرقام</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>إظهار الأرقام</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>يرجى إدخال رمزك السري في الدراسة</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>إذا نسيته، فاطلب رمزًا جديدًا من فريق التمريض.</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>يرجى إدخال رمزك السري في الدراسة مرة أخرى</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>كان هذا رقمًا آخر. يمكنك المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>يرجى إدخال الرمز السري نفسه مرة أخرى</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>ليكون هو الرمز الذي قصدته.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>من {least} إلى {most} أرقام. ستحتاج إليه في كل زيارة.</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>لم يكن الرمزان متطابقين. يرجى الاختيار مرة أخرى: من {least} إلى {most} أرقام.</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>يرجى اختيار رمز سري للدراسة</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>من يجيب الآن؟</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>حتى الآن: {who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>لم يتغير شيء</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>لا أرى الشاشة جيدًا</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>لمس الشاشة صعب علي</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>القراءة صعبة علي</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>لا أعرف هذه اللغة جيدًا</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>لست معتادًا على الجهاز اللوحي</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>أفضّل هذه الطريقة</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>لماذا تحتاج إلى المساعدة؟</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>أجيب وحدي</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>يقرأ لي شخص آخر الأسئلة وألمس الشاشة بنفسي</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>أقول إجاباتي ويلمس شخص آخر الشاشة</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>يترجم لي شخص آخر</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>يسألني الممرض أو الطبيب ويلمس الشاشة</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>قراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>إيقاف القراءة</translation>
    </message>
</context>
</TS>
