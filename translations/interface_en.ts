<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>%n question. There is no time limit.</numerusform>
            <numerusform>%n questions. There is no time limit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
