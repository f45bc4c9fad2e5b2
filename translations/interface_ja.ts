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
        <source>Please call the nurse</source>
        <translation>看護師を呼んでください</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>タブレットは最後の操作を保存できませんでした。それまでの回答は安全です。</translation>
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
        <source>Part {part} of {parts}</source>
        <translation>パート {part} / {parts}</translation>
    </message>
</context>
</TS>
