<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n question(s). There is no time limit.</source>
        <translation>
            <numerusform>%n pytanie. Nie ma ograniczenia czasu.</numerusform>
            <numerusform>%n pytania. Nie ma ograniczenia czasu.</numerusform>
            <numerusform>%n pytań. Nie ma ograniczenia czasu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Participant</name>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} z {total}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Pomoc</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Wielkość liter</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Przerwa</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Clear my answer</source>
        <translation>Usuń moją odpowiedź</translation>
    </message>
    <message>
        <source>{option}. {state}. Question: {question}</source>
        <translation>{option}. {state}. Pytanie: {question}</translation>
    </message>
    <message>
        <source>Option {place} of {total}</source>
        <translation>Odpowiedź {place} z {total}</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>wybrana</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>niewybrana</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>O jeden mniej</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>O jeden więcej</translation>
    </message>
    <message>
        <source>No number entered</source>
        <translation>Nie wpisano liczby</translation>
    </message>
    <message>
        <source>Entered: {count}</source>
        <translation>Wpisano: {count}</translation>
    </message>
    <message>
        <source>Is this your study code?</source>
        <translation>Czy to jest Pani/Pana kod badania?</translation>
    </message>
    <message>
        <source>Visit: {visit}. Language: {language}.</source>
        <translation>Wizyta: {visit}. Język: {language}.</translation>
    </message>
    <message>
        <source>Please compare the code with the one the nurse gave you.</source>
        <translation>Proszę porównać ten kod z kodem otrzymanym od personelu.</translation>
    </message>
    <message>
        <source>Yes, this is my code</source>
        <translation>Tak, to mój kod</translation>
    </message>
    <message>
        <source>No, or I am not sure</source>
        <translation>Nie, albo nie mam pewności</translation>
    </message>
    <message>
        <source>Your answers are not read straight away. If you feel unwell now, please tell the nurse.</source>
        <translation>Odpowiedzi nie są czytane od razu. Jeśli teraz czuje się Pani/Pan źle, proszę powiedzieć o tym personelowi.</translation>
    </message>
    <message>
        <source>First, a short practice</source>
        <translation>Najpierw krótkie ćwiczenie</translation>
    </message>
    <message>
        <source>You can try out how the tablet works. Nothing you tap in the practice is stored.</source>
        <translation>Można wypróbować, jak działa tablet. Nic z tego ćwiczenia nie zostanie zapisane.</translation>
    </message>
    <message>
        <source>Start the practice</source>
        <translation>Zacznij ćwiczenie</translation>
    </message>
    <message>
        <source>The practice is over</source>
        <translation>Koniec ćwiczenia</translation>
    </message>
    <message>
        <source>Now the real questions begin. Your answers will be stored.</source>
        <translation>Teraz zaczynają się właściwe pytania. Odpowiedzi zostaną zapisane.</translation>
    </message>
    <message>
        <source>Go to the questions</source>
        <translation>Przejdź do pytań</translation>
    </message>
    <message>
        <source>Practise again</source>
        <translation>Powtórz ćwiczenie</translation>
    </message>
    <message>
        <source>Question {number} has no answer yet.</source>
        <translation>Pytanie {number} nie ma jeszcze odpowiedzi.</translation>
    </message>
    <message>
        <source>You may answer it, or go on without an answer. Both are fine.</source>
        <translation>Można na nie odpowiedzieć albo przejść dalej bez odpowiedzi. Jedno i drugie jest w porządku.</translation>
    </message>
    <message>
        <source>Go back to the question</source>
        <translation>Wróć do pytania</translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation>Dalej bez odpowiedzi</translation>
    </message>
    <message>
        <source>choose an answer</source>
        <translation>wybrać odpowiedź</translation>
    </message>
    <message>
        <source>change an answer: tap another one</source>
        <translation>zmienić odpowiedź: proszę dotknąć innej</translation>
    </message>
    <message>
        <source>go back to the question before</source>
        <translation>wrócić do poprzedniego pytania</translation>
    </message>
    <message>
        <source>leave a question out: tap Next without an answer</source>
        <translation>pominąć pytanie: proszę dotknąć Dalej bez odpowiedzi</translation>
    </message>
    <message>
        <source>You can also try this</source>
        <translation>Można też wypróbować to</translation>
    </message>
    <message>
        <source>Try it in the practice</source>
        <translation>Wypróbuj w ćwiczeniu</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Pytanie {number}</translation>
    </message>
    <message>
        <source>Questions {first} to {last}</source>
        <translation>Pytania od {first} do {last}</translation>
    </message>
    <message>
        <source>The next questions</source>
        <translation>Następne pytania</translation>
    </message>
    <message>
        <source>You may answer it, or say that you prefer not to. Both are fine.</source>
        <translation>Można odpowiedzieć albo powiedzieć, że woli się nie odpowiadać. Jedno i drugie jest w porządku.</translation>
    </message>
    <message>
        <source>I prefer not to answer</source>
        <translation>Wolę nie odpowiadać</translation>
    </message>
    <message>
        <source>Take a rest</source>
        <translation>Czas na odpoczynek</translation>
    </message>
    <message>
        <source>Everything you have answered is safe. There is no hurry.</source>
        <translation>Wszystkie odpowiedzi są bezpiecznie zapisane. Nie ma pośpiechu.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Kontynuuj</translation>
    </message>
    <message>
        <source>Stop here and hand the tablet back</source>
        <translation>Zakończ tutaj i oddaj tablet</translation>
    </message>
    <message>
        <source>Do you want to stop here?</source>
        <translation>Czy chce Pani/Pan tu zakończyć?</translation>
    </message>
    <message>
        <source>Your answers so far are kept. The nurse can let you go on later where you stopped.</source>
        <translation>Dotychczasowe odpowiedzi są zachowane. Personel może później umożliwić dokończenie od tego miejsca.</translation>
    </message>
    <message>
        <source>No, go on with the questions</source>
        <translation>Nie, wróć do pytań</translation>
    </message>
    <message>
        <source>Yes, stop here</source>
        <translation>Tak, zakończ tutaj</translation>
    </message>
    <message>
        <source>I am tired or unwell</source>
        <translation>Czuję zmęczenie lub źle się czuję</translation>
    </message>
    <message>
        <source>I do not want to answer more questions</source>
        <translation>Nie chcę odpowiadać na więcej pytań</translation>
    </message>
    <message>
        <source>I have no time now</source>
        <translation>Nie mam teraz czasu</translation>
    </message>
    <message>
        <source>The language is difficult for me</source>
        <translation>Język sprawia mi trudność</translation>
    </message>
    <message>
        <source>The tablet does not work well</source>
        <translation>Tablet nie działa dobrze</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Inny powód</translation>
    </message>
    <message>
        <source>Would you like to say why?</source>
        <translation>Czy chce Pani/Pan powiedzieć dlaczego?</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Wolę nie mówić</translation>
    </message>
    <message>
        <source>Tap the answer that comes closest. To change it, tap another. Then tap Next.</source>
        <translation>Proszę dotknąć odpowiedzi, która jest najbliższa. Aby ją zmienić, proszę dotknąć innej. Potem proszę dotknąć Dalej.</translation>
    </message>
    <message>
        <source>You may leave a question out: tap Next without an answer.</source>
        <translation>Pytanie można pominąć: proszę dotknąć Dalej bez odpowiedzi.</translation>
    </message>
    <message>
        <source>With the buttons at the top you can make the letters larger and change the colours.</source>
        <translation>Przyciskami u góry można powiększyć litery i zmienić kolory.</translation>
    </message>
    <message>
        <source>The nurse is glad to help with the tablet. The answers should be your own.</source>
        <translation>Personel chętnie pomoże w obsłudze tabletu. Odpowiedzi powinny być Pani/Pana własne.</translation>
    </message>
    <message>
        <source>Somebody is helping me</source>
        <translation>Ktoś mi pomaga</translation>
    </message>
    <message>
        <source>Please call the nurse</source>
        <translation>Proszę zawołać personel</translation>
    </message>
    <message>
        <source>The tablet could not store the last step. What you answered before is safe.</source>
        <translation>Tablet nie mógł zapisać ostatniego kroku. Wcześniejsze odpowiedzi są bezpieczne.</translation>
    </message>
    <message>
        <source>This tablet is no longer used here. What you answered before is safe. Please give it back; the nurse has another one for you.</source>
        <translation>Ten tablet nie jest już tu używany. Wcześniejsze odpowiedzi są bezpieczne. Proszę go oddać; personel ma dla Państwa inny.</translation>
    </message>
    <message>
        <source>For the nurse: {code}</source>
        <translation>Dla personelu: {code}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personel</translation>
    </message>
    <message>
        <source>The study PIN did not match. The nurse can let you choose a new one.</source>
        <translation>PIN się nie zgadza. Personel może umożliwić wybór nowego.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nic nie przepadło.</translation>
    </message>
    <message>
        <source>For the nurse: your answers are stored under {proof}.</source>
        <translation>Dla personelu: odpowiedzi zapisano pod kodem {proof}.</translation>
    </message>
    <message>
        <source>You have reached the end of the questions.</source>
        <translation>To już koniec pytań.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Dziękujemy</translation>
    </message>
    <message>
        <source>Please hand the tablet back</source>
        <translation>Proszę oddać tablet</translation>
    </message>
    <message>
        <source>This tablet is locked</source>
        <translation>Ten tablet jest zablokowany</translation>
    </message>
    <message>
        <source>Please give it to a nurse or doctor.</source>
        <translation>Proszę oddać go personelowi.</translation>
    </message>
    <message>
        <source>For the nurse: tap Staff, then log in.</source>
        <translation>Dla personelu: proszę dotknąć Personel, potem się zalogować.</translation>
    </message>
    <message>
        <source>Practice. Nothing is stored.</source>
        <translation>Ćwiczenie. Nic nie jest zapisywane.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Ćwiczenie</translation>
    </message>
    <message>
        <source>Tap Next at the bottom to see the first practice question.</source>
        <translation>Proszę dotknąć Dalej na dole, aby zobaczyć pierwsze pytanie ćwiczebne.</translation>
    </message>
    <message>
        <source>Without tea</source>
        <translation>Bez herbaty</translation>
    </message>
    <message>
        <source>With weak tea</source>
        <translation>Ze słabą herbatą</translation>
    </message>
    <message>
        <source>With strong tea</source>
        <translation>Z mocną herbatą</translation>
    </message>
    <message>
        <source>With coffee</source>
        <translation>Z kawą</translation>
    </message>
    <message>
        <source>Very cold</source>
        <translation>Bardzo zimna</translation>
    </message>
    <message>
        <source>Very hot</source>
        <translation>Bardzo gorąca</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Okno</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Przejście</translation>
    </message>
    <message>
        <source>How would you like to begin a morning? Tap a row. Tap another row to change your choice, then Next.</source>
        <translation>Jak najlepiej zacząć poranek? Proszę dotknąć wiersza. Aby zmienić wybór, proszę dotknąć innego wiersza, potem Dalej.</translation>
    </message>
    <message>
        <source>How warm should a bath be? Tap a number. With Back you can see your first choice again.</source>
        <translation>Jak ciepła powinna być kąpiel? Proszę dotknąć liczby. Przyciskiem Wstecz można znów zobaczyć pierwszy wybór.</translation>
    </message>
    <message>
        <source>Which seat in a train? Leave this question out: tap Next without choosing.</source>
        <translation>Które miejsce w pociągu? Proszę pominąć to pytanie: dotknąć Dalej bez wybierania.</translation>
    </message>
    <message>
        <source>Question {number}: {text} Your answer: {answer}</source>
        <translation>Pytanie {number}: {text} Odpowiedź: {answer}</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Bez odpowiedzi</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Odpowiedzi</translation>
    </message>
    <message>
        <source>Tap a line to look at that question again.</source>
        <translation>Proszę dotknąć wiersza, aby znów zobaczyć to pytanie.</translation>
    </message>
    <message>
        <source>I have finished</source>
        <translation>To wszystko</translation>
    </message>
    <message>
        <source>The participant with this code is on the line</source>
        <translation>Osoba z tym kodem jest przy telefonie</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>Część {part} z {parts}</translation>
    </message>
    <message>
        <source>Telephone interview</source>
        <translation>Wywiad telefoniczny</translation>
    </message>
    <message>
        <source>Staff: read out each question and all its answers as they stand, and tap what you are told. Do not explain or suggest anything.</source>
        <translation>Personel: proszę czytać każde pytanie i wszystkie odpowiedzi dosłownie i dotknąć tego, co usłyszano. Proszę niczego nie wyjaśniać ani nie podpowiadać.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gotowe</translation>
    </message>
    <message>
        <source>{count} digits entered</source>
        <translation>Wpisane cyfry: {count}</translation>
    </message>
    <message>
        <source>Hide the digits</source>
        <translation>Ukryj cyfry</translation>
    </message>
    <message>
        <source>Show the digits</source>
        <translation>Pokaż cyfry</translation>
    </message>
    <message>
        <source>Please enter your study PIN</source>
        <translation>Proszę wpisać swój PIN badania</translation>
    </message>
    <message>
        <source>If you do not remember it, ask the nurse for a new one.</source>
        <translation>Jeśli go Pani/Pan nie pamięta, proszę poprosić personel o nowy.</translation>
    </message>
    <message>
        <source>Please enter your study PIN again</source>
        <translation>Proszę wpisać swój PIN badania jeszcze raz</translation>
    </message>
    <message>
        <source>That was another number. You can try again.</source>
        <translation>To była inna liczba. Można spróbować jeszcze raz.</translation>
    </message>
    <message>
        <source>Please enter the same PIN again</source>
        <translation>Proszę wpisać ten sam PIN jeszcze raz</translation>
    </message>
    <message>
        <source>So that it is the one you meant.</source>
        <translation>Aby był to ten, o który chodziło.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. You will need it at every visit.</source>
        <translation>Liczba cyfr: od {least} do {most}. Będzie potrzebny przy każdej wizycie.</translation>
    </message>
    <message>
        <source>The two were not alike. Please choose again: {least} to {most} digits.</source>
        <translation>Oba się różniły. Proszę wybrać ponownie: liczba cyfr od {least} do {most}.</translation>
    </message>
    <message>
        <source>Please choose a study PIN</source>
        <translation>Proszę wybrać PIN badania</translation>
    </message>
    <message>
        <source>Who is answering now?</source>
        <translation>Kto teraz odpowiada?</translation>
    </message>
    <message>
        <source>So far: {who}</source>
        <translation>Dotychczas: {who}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nic się nie zmieniło</translation>
    </message>
    <message>
        <source>I cannot see the screen well</source>
        <translation>Nie widzę dobrze ekranu</translation>
    </message>
    <message>
        <source>Tapping is difficult for me</source>
        <translation>Trudno mi dotykać ekranu</translation>
    </message>
    <message>
        <source>Reading is difficult for me</source>
        <translation>Trudno mi czytać</translation>
    </message>
    <message>
        <source>I do not know this language well</source>
        <translation>Nie znam dobrze tego języka</translation>
    </message>
    <message>
        <source>I am not used to a tablet</source>
        <translation>Nie mam wprawy w używaniu tabletu</translation>
    </message>
    <message>
        <source>I prefer it this way</source>
        <translation>Tak wolę</translation>
    </message>
    <message>
        <source>What is the help for?</source>
        <translation>Do czego potrzebna jest pomoc?</translation>
    </message>
    <message>
        <source>I answer alone</source>
        <translation>Odpowiadam bez pomocy</translation>
    </message>
    <message>
        <source>Somebody reads the questions to me, and I tap</source>
        <translation>Ktoś czyta mi pytania, a ja dotykam ekranu</translation>
    </message>
    <message>
        <source>I say my answers, and somebody taps</source>
        <translation>Mówię odpowiedzi, a ktoś dotyka ekranu</translation>
    </message>
    <message>
        <source>Somebody interprets for me</source>
        <translation>Ktoś mi tłumaczy</translation>
    </message>
    <message>
        <source>The nurse or doctor asks me and taps</source>
        <translation>Personel pyta mnie i dotyka ekranu</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Czytaj na głos</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Zatrzymaj czytanie</translation>
    </message>
</context>
</TS>
