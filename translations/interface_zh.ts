<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>%n 个问题。没有时间限制。</numerusform>
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
        <translation>帮助</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>清除我的回答</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}。{state}。问题：{question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>选项 {place} / {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>尚未输入数字</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>已输入：{count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>这是您的研究编号吗？</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>访视：{visit}。语言：{language}。</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>请与护士给您的编号核对。</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>是的，这是我的编号</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>不是，或者我不确定</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>您的回答不会马上有人看。如果您现在感觉不舒服，请告诉护士。</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>先做一个简短的练习</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>您可以试一试平板怎么用。练习中点的内容都不会保存。</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>开始练习</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>练习结束</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>现在开始正式的问题。您的回答会被保存。</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>去回答问题</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>再练习一次</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>第 {number} 题还没有回答。</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>您可以回答，也可以不回答就继续。两种都可以。</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>回到这道题</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>不回答，继续</translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation>选择一个回答</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>更改回答：点另一个</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>返回上一题</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>跳过一道题：不选回答，直接点“下一步”</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>您还可以试试这个</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>在练习中试试</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>第 {number} 题</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>第 {first} 至 {last} 题</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>接下来的问题</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>您可以回答，也可以说不想回答。两种都可以。</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>我不想回答</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>休息一下</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>您回答的内容都已妥善保存。不用着急。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>到此为止，交还平板</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>您想到此为止吗？</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>您已经给出的回答会保留。稍后护士可以让您从停下的地方继续。</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>不，继续回答问题</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>是，到此为止</translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation>我累了或不舒服</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>我不想再回答问题</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>我现在没有时间</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>语言对我来说困难</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>平板不好用</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>您愿意说说原因吗？</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>我不想说</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>请点最接近的回答。要更改，请点另一个。然后点“下一步”。</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>您可以跳过问题：不选回答，直接点“下一步”。</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>用上方的按钮，您可以放大文字、改变颜色。</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>护士很乐意帮您使用平板。回答应当是您自己的。</translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation>有人在帮我</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>请叫护士</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>平板没能保存最后一步。您之前的回答是安全的。</translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>这台平板已不在这里使用。您之前的回答是安全的。请把它交还；护士有另一台给您。</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>给护士：{code}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>研究密码不对。护士可以让您选一个新的。</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有丢失任何内容。</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>给护士：您的回答已保存，编号为 {proof}。</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>问题已全部结束。</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢您</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>请交还平板</translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation>这台平板已锁定</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>请把它交给护士或医生。</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>给护士：请点“工作人员”，然后登录。</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>练习。不会保存任何内容。</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>请点下方的“下一步”，查看第一道练习题。</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>不喝茶</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>喝淡茶</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>喝浓茶</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>喝咖啡</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>很冷</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>很热</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>靠窗</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>靠过道</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>您喜欢怎样开始一个早晨？请点一行。要更改，请点另一行，然后点“下一步”。</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>洗澡水应该多热？请点一个数字。点“返回”可以再看到您第一次的选择。</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>坐火车选哪个座位？请跳过这道题：不选，直接点“下一步”。</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>第 {number} 题：{text} 您的回答：{answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>您的回答</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>点一行可以再看那道题。</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>我答完了</translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation>持有此编号的人正在通话</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>第 {part} / {parts} 部分</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>电话访谈</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>工作人员：请逐字读出每个问题及其全部答案，并点选对方所说的答案。请勿解释或提示。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>已输入 {count} 位数字</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>隐藏数字</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>显示数字</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>请输入您的研究密码</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>如果您不记得了，请向护士要一个新的。</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>请再次输入您的研究密码</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>这是另一个数字。您可以再试一次。</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>请再输入一次相同的密码</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>以确认没有输错。</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>{least} 到 {most} 位数字。每次访视都会用到。</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>两次不一样。请重新选择：{least} 到 {most} 位数字。</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>请选择研究密码</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>现在谁在回答？</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>到目前为止：{who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>我看不清屏幕</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>我点屏幕有困难</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>我阅读有困难</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>我不太懂这种语言</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>我不习惯用平板</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>我更喜欢这样</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>为什么需要帮助？</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>我自己回答</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>别人读题，我自己点</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>我说出回答，别人帮我点</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>有人为我翻译</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>护士或医生问我并代点</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止朗读</translation>
    </message>
</context>
</TS>
