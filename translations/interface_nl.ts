<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>%n vraag. Er is geen tijdslimiet.</numerusform>
            <numerusform>%n vragen. Er is geen tijdslimiet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} van {total}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Lettergrootte</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>Mijn antwoord wissen</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}. {state}. Vraag: {question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>Antwoord {place} van {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gekozen</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>niet gekozen</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Eén minder</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eén meer</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>Geen getal ingevuld</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>Ingevuld: {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>Is dit uw studiecode?</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>Bezoek: {visit}. Taal: {language}.</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>Vergelijk deze code met de code die u van de verpleegkundige hebt gekregen.</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>Ja, dit is mijn code</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>Nee, of ik weet het niet zeker</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>Uw antwoorden worden niet meteen gelezen. Voelt u zich nu niet goed, zeg het dan tegen de verpleegkundige.</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>Eerst even oefenen</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>U kunt uitproberen hoe de tablet werkt. Wat u tijdens het oefenen aantikt, wordt niet bewaard.</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>Oefening beginnen</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>De oefening is klaar</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>Nu beginnen de echte vragen. Uw antwoorden worden bewaard.</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>Naar de vragen</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Nog eens oefenen</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>Vraag {number} heeft nog geen antwoord.</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>U kunt antwoord geven of zonder antwoord verdergaan. Beide is goed.</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>Terug naar de vraag</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>Zonder antwoord verder</translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation>een antwoord kiezen</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>een antwoord veranderen: tik op een ander</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>terug naar de vraag ervoor</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>een vraag overslaan: tik op Verder zonder antwoord</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>U kunt ook dit uitproberen</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>Uitproberen in de oefening</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Vraag {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>Vragen {first} tot en met {last}</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>De volgende vragen</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>U kunt antwoord geven, of zeggen dat u dat liever niet doet. Beide is goed.</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Ik antwoord liever niet</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>Neem even rust</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>Alles wat u hebt ingevuld, is veilig bewaard. Er is geen haast.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Doorgaan</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>Hier stoppen en de tablet teruggeven</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>Wilt u hier stoppen?</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>Uw antwoorden tot nu toe blijven bewaard. De verpleegkundige kan u later laten doorgaan waar u was gebleven.</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>Nee, doorgaan met de vragen</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>Ja, hier stoppen</translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation>Ik ben moe of voel me niet goed</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>Ik wil geen vragen meer beantwoorden</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>Ik heb nu geen tijd</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>De taal is moeilijk voor mij</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>De tablet werkt niet goed</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Een andere reden</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>Wilt u zeggen waarom?</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Dat zeg ik liever niet</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>Tik op het antwoord dat het dichtst in de buurt komt. Tik op een ander antwoord om te veranderen. Tik dan op Verder.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>U mag een vraag overslaan: tik op Verder zonder antwoord.</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>Met de knoppen bovenaan kunt u de letters groter maken en de kleuren veranderen.</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>De verpleegkundige helpt u graag met de tablet. De antwoorden moeten van uzelf zijn.</translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation>Iemand helpt mij</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>Roep de verpleegkundige</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>De tablet kon de laatste stap niet bewaren. Wat u daarvoor hebt geantwoord, is veilig.</translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>Deze tablet wordt hier niet meer gebruikt. Wat u daarvoor hebt geantwoord, is veilig. Geef hem alstublieft terug; de verpleegkundige heeft een andere voor u.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>Voor de verpleegkundige: {code}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personeel</translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>De pincode klopte niet. De verpleegkundige kan u een nieuwe laten kiezen.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Er is niets verloren.</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>Voor de verpleegkundige: uw antwoorden zijn bewaard onder {proof}.</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>U bent aan het einde van de vragen.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Dank u wel</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>Geef de tablet terug, alstublieft</translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation>Deze tablet is vergrendeld</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>Geef hem aan een verpleegkundige of arts.</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>Voor de verpleegkundige: tik op Personeel en log dan in.</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>Oefening. Er wordt niets bewaard.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Oefening</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>Tik onderaan op Verder om de eerste oefenvraag te zien.</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>Zonder thee</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>Met slappe thee</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>Met sterke thee</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>Met koffie</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>Heel koud</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>Heel warm</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Raam</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Gangpad</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>Hoe zou u de ochtend willen beginnen? Tik op een regel. Tik op een andere regel om te veranderen, dan op Verder.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>Hoe warm moet een bad zijn? Tik op een getal. Met Terug ziet u uw eerste keuze nog eens.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>Welke plaats in de trein? Sla deze vraag over: tik op Verder zonder te kiezen.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>Vraag {number}: {text} Uw antwoord: {answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Niet beantwoord</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Uw antwoorden</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>Tik op een regel om die vraag nog eens te bekijken.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>Ik ben klaar</translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation>De deelnemer met deze code is aan de lijn</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>Deel {part} van {parts}</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>Telefonisch interview</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>Personeel: lees elke vraag en alle antwoorden voor zoals ze er staan en tik aan wat u hoort. Leg niets uit en stel niets voor.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>Ingevoerde cijfers: {count}</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>Cijfers verbergen</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>Cijfers tonen</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>Voer uw pincode voor het onderzoek in</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>Weet u die niet meer, vraag de verpleegkundige dan om een nieuwe.</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>Voer uw pincode voor het onderzoek nog eens in</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>Dat was een ander getal. U kunt het nog eens proberen.</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>Voer dezelfde pincode nog eens in</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>Zodat het de pincode is die u bedoelde.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>{least} tot {most} cijfers. U hebt hem bij elk bezoek nodig.</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>De twee waren niet gelijk. Kies nog eens: {least} tot {most} cijfers.</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>Kies een pincode voor het onderzoek</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>Wie antwoordt nu?</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>Tot nu toe: {who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Er is niets veranderd</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>Ik kan het scherm niet goed zien</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>Tikken is moeilijk voor mij</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>Lezen is moeilijk voor mij</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>Ik ken deze taal niet goed</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>Ik ben een tablet niet gewend</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>Ik heb het liever zo</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>Waarvoor is de hulp?</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>Ik antwoord alleen</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>Iemand leest de vragen voor en ik tik</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>Ik zeg mijn antwoorden en iemand tikt</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>Iemand tolkt voor mij</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>De verpleegkundige of arts vraagt en tikt</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Voorlezen</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Stop voorlezen</translation>
    </message>
</context>
</TS>
