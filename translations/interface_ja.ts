<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>質問は %n 問です。時間の制限はありません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} / {total}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>休憩</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>More</source>
        <translation>続き</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>回答を消す</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}。{state}。質問：{question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>選択肢 {place} / {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>選択済み</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未選択</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>一つ減らす</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>一つ増やす</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>数字は未入力です</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>入力した数字：{count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>これはあなたの研究番号ですか。</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>来院：{visit}。言語：{language}。</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>看護師から受け取った番号と同じかどうか、お確かめください。</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>はい、私の番号です</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>いいえ、または分かりません</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>回答はすぐには読まれません。今、具合が悪いときは、看護師にお伝えください。</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>はじめに短い練習をします</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>タブレットの使い方を試せます。練習で触れた内容は保存されません。</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>練習を始める</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>練習は終わりです</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>ここから本番の質問です。回答は保存されます。</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>質問へ進む</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>もう一度練習する</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>質問 {number} にはまだ回答がありません。</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>回答しても、回答せずに進んでも、どちらでもかまいません。</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>質問に戻る</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>回答せずに進む</translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation>回答を選ぶ</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>回答を変える：別の回答に触れる</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>前の質問に戻る</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>質問を飛ばす：回答せずに「次へ」に触れる</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>これも試せます</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>練習で試す</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>質問 {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>質問 {first} から {last} まで</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>次の質問</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>答えても、答えたくないと伝えても、どちらでもかまいません。</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>答えたくありません</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>少しお休みください</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>これまでの回答はすべて安全に保存されています。急ぐ必要はありません。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>ここでやめてタブレットを返す</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>ここでやめますか。</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>これまでの回答は残ります。後で看護師が、やめたところから続けられるようにします。</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>いいえ、質問を続ける</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>はい、ここでやめる</translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation>疲れている、または具合が悪い</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>これ以上は答えたくありません</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>今は時間がありません</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>言葉が難しい</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>タブレットがうまく動きません</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>ほかの理由</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>理由をお聞かせいただけますか。</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>言いたくありません</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>いちばん近い回答に触れてください。変えるときは別の回答に触れてください。それから「次へ」に触れてください。</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>質問を飛ばしてもかまいません。回答せずに「次へ」に触れてください。</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>上のボタンで、文字を大きくしたり、色を変えたりできます。</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>タブレットの使い方は看護師がお手伝いします。回答はご自身でお選びください。</translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation>ほかの人が手伝っています</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>看護師を呼んでください</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>タブレットは最後の操作を保存できませんでした。それまでの回答は安全です。</translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>このタブレットはここではもう使われていません。それまでの回答は安全です。看護師にお返しください。別のタブレットがあります。</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>看護師へ：{code}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>職員</translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>暗証番号が合いません。看護師が新しく決められるようにします。</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>何も失われていません。</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>看護師へ：回答は {proof} として保存されました。</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>質問はすべて終わりました。</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>ありがとうございました</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>タブレットをお返しください</translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation>このタブレットはロックされています</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>看護師か医師に渡してください。</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>看護師へ：「職員」に触れて、ログインしてください。</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>練習です。何も保存されません。</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>練習</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>下の「次へ」に触れると、最初の練習の質問が出ます。</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>お茶なし</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>薄いお茶</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>濃いお茶</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>コーヒー</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>とても冷たい</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>とても熱い</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窓側</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>通路側</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>朝はどのように始めたいですか。行に触れてください。変えるときは別の行に触れ、それから「次へ」に触れてください。</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>お風呂の熱さはどのくらいがよいですか。数字に触れてください。「戻る」で最初に選んだものをもう一度見られます。</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>列車ではどの席がよいですか。この質問は飛ばしてください。何も選ばずに「次へ」に触れてください。</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>質問 {number}：{text} あなたの回答：{answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>あなたの回答</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>行に触れると、その質問をもう一度見られます。</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>終わりました</translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation>この番号の方と電話がつながっています</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>パート {part} / {parts}</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>電話による聞き取り</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>スタッフの方へ：各質問とすべての回答を書かれているとおりに読み上げ、相手が答えたものに触れてください。説明や提案はしないでください。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>入力した数字：{count} けた</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>数字を隠す</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>数字を表示する</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>研究用の暗証番号を入力してください</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>覚えていないときは、看護師に新しい番号を頼んでください。</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>研究用の暗証番号をもう一度入力してください</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>別の数字でした。もう一度試せます。</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>同じ暗証番号をもう一度入力してください</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>まちがいのないようにするためです。</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>{least} ～ {most} けたの数字。来院のたびに使います。</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>二つが同じではありませんでした。もう一度決めてください：{least} ～ {most} けたの数字。</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>研究用の暗証番号を決めてください</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>今はだれが答えていますか。</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>これまで：{who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>何も変わっていません</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>画面がよく見えません</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>画面に触れるのが難しい</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>読むのが難しい</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>この言語がよく分かりません</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>タブレットに慣れていません</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>このほうがよい</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>どのような手伝いが必要ですか。</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>一人で答えます</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>ほかの人が質問を読み、私が触れます</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>私が答えを言い、ほかの人が触れます</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>ほかの人が通訳します</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>看護師か医師が質問し、触れます</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>読み上げる</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>読み上げを止める</translation>
    </message>
</context>
</TS>
