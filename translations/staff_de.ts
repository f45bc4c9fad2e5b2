<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AddMemberPage</name>
    <message>
        <source>Stands in the record beside everything they do. Small letters, digits, dots; never changed.</source>
        <translation>Steht im Protokoll neben allem, was die Person tut. Kleinbuchstaben, Ziffern, Punkte; wird nie geändert.</translation>
    </message>
    <message>
        <source>Shown at login. Stays on this device.</source>
        <translation>Wird bei der Anmeldung gezeigt. Bleibt auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Let the new person type it. You do not need to know it.</source>
        <translation>Bitte die neue Person tippen lassen. Sie müssen ihn nicht kennen.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Kontoname</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>Ihr eigener Kennsatz</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>So that nobody else gives access at your desk.</source>
        <translation>Damit niemand sonst an Ihrem Platz Zugang vergibt.</translation>
    </message>
</context>
<context>
    <name>AnswerTable</name>
    <message>
        <source>Which response</source>
        <translation>Welche Antworten</translation>
    </message>
    <message>
        <source>who answers changed on the way</source>
        <translation>wer antwortet, hat sich zwischendurch geändert</translation>
    </message>
    <message>
        <source>Wording {version}, {language}</source>
        <translation>Wortlaut {version}, {language}</translation>
    </message>
    <message>
        <source>demonstration wording, not the licensed questionnaire</source>
        <translation>Demonstrationswortlaut, nicht der lizenzierte Fragebogen</translation>
    </message>
    <message>
        <source>Form {version} ({hash})</source>
        <translation>Formular {version} ({hash})</translation>
    </message>
    <message>
        <source>the words shown then are not on this device; neutral topics are listed instead</source>
        <translation>der damals gezeigte Wortlaut ist nicht auf diesem Gerät; stattdessen stehen neutrale Themen</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Choose a row to see everything that was ever put down for it.</source>
        <translation>Eine Zeile wählen, um alles zu sehen, was dort je eingetragen wurde.</translation>
    </message>
    <message>
        <source>Since first entry</source>
        <translation>Seit der ersten Eingabe</translation>
    </message>
    <message>
        <source>Entry {place} of {count}, {time}, event {seq}</source>
        <translation>Eingabe {place} von {count}, {time}, Ereignis {seq}</translation>
    </message>
    <message>
        <source>after the skip question</source>
        <translation>nach der Frage zum Auslassen</translation>
    </message>
    <message>
        <source>first entry</source>
        <translation>erste Eingabe</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>not changed</source>
        <translation>nicht geändert</translation>
    </message>
    <message>
        <source>nothing put down</source>
        <translation>nichts eingetragen</translation>
    </message>
    <message>
        <source>changed once</source>
        <translation>einmal geändert</translation>
    </message>
    <message>
        <source>changed {count} times</source>
        <translation>{count}-mal geändert</translation>
    </message>
    <message>
        <source>the clock of the device jumped while this was answered; its times are not certain</source>
        <translation>die Uhr des Geräts ist während der Beantwortung gesprungen; die Zeiten sind unsicher</translation>
    </message>
    <message>
        <source>{now}
(originally {first})</source>
        <translation>{now}
(ursprünglich {first})</translation>
    </message>
    <message>
        <source>Correct this answer…</source>
        <translation>Diese Antwort berichtigen…</translation>
    </message>
    <message>
        <source>one answer was corrected by the site since</source>
        <translation>seither eine Antwort berichtigt</translation>
    </message>
    <message>
        <source>{count} corrections by the site since</source>
        <translation>seither {count} Berichtigungen</translation>
    </message>
    <message>
        <source>{span} after completion</source>
        <translation>{span} nach dem Abschluss</translation>
    </message>
    <message>
        <source>corrected by the site</source>
        <translation>nachträglich berichtigt</translation>
    </message>
    <message>
        <source>Correction {place} of {count}, {time}, {who}, event {seq}</source>
        <translation>Berichtigung {place} von {count}, {time}, {who}, Ereignis {seq}</translation>
    </message>
    <message>
        <source>Choose a row to see everything that was ever put down for it, and to correct it.</source>
        <translation>Eine Zeile wählen, um alles zu sehen, was dort je eingegeben wurde, und um sie zu berichtigen.</translation>
    </message>
    <message>
        <source>Wrong participant or visit…</source>
        <translation>Falsche Person oder falscher Termin…</translation>
    </message>
    <message>
        <source>first recorded for {subject}, {visit}</source>
        <translation>zuerst aufgezeichnet für {subject}, {visit}</translation>
    </message>
    <message>
        <source>paper of {day}, read in by {who}, {count} days later</source>
        <translation>Papier vom {day}, eingelesen von {who}, {count} Tage später</translation>
    </message>
    <message>
        <source>scan {hash}</source>
        <translation>Scan {hash}</translation>
    </message>
    <message>
        <source>no scan</source>
        <translation>kein Scan</translation>
    </message>
    <message>
        <source>Show the scan</source>
        <translation>Scan zeigen</translation>
    </message>
</context>
<context>
    <name>AuditFilter</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Teilnehmende Person</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>All kinds of events</source>
        <translation>Alle Ereignisarten</translation>
    </message>
    <message>
        <source>All participants</source>
        <translation>Alle Teilnehmenden</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Audit trail</source>
        <translation>Prüfpfad</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>Every event of this device, newest first. Looking here is written down as well.</source>
        <translation>Jedes Ereignis dieses Geräts, das neueste zuerst. Auch dieser Einblick wird festgehalten.</translation>
    </message>
    <message>
        <source>No event fits.</source>
        <translation>Kein Ereignis passt.</translation>
    </message>
    <message>
        <source>All {count} events that fit are shown.</source>
        <translation>Alle {count} passenden Ereignisse sind zu sehen.</translation>
    </message>
    <message>
        <source>{count} events shown, back to event {seq}. There are more.</source>
        <translation>{count} Ereignisse sind zu sehen, zurück bis Ereignis {seq}. Es gibt noch mehr.</translation>
    </message>
    <message>
        <source>Save the audit trail</source>
        <translation>Prüfpfad speichern</translation>
    </message>
    <message>
        <source>Copying: {count} events so far</source>
        <translation>Wird kopiert: bisher {count} Ereignisse</translation>
    </message>
    <message>
        <source>{count} events are in {path}. The copy is written down in the trail.</source>
        <translation>{count} Ereignisse sind in {path}. Die Kopie ist im Prüfpfad festgehalten.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>Betrifft</translation>
    </message>
</context>
<context>
    <name>BackupLine</name>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>Anderer Ort</translation>
    </message>
    <message>
        <source>Backups are set up by a coordinator or an administrator.</source>
        <translation>Sicherungen richtet die Koordination oder die Verwaltung ein.</translation>
    </message>
    <message>
        <source>No place for backups is set.</source>
        <translation>Es ist kein Ort für Sicherungen festgelegt.</translation>
    </message>
    <message>
        <source>No backup has been made yet.</source>
        <translation>Es gibt noch keine Sicherung.</translation>
    </message>
    <message>
        <source>The last backup has a time that is still to come: check the clock of this device.</source>
        <translation>Die letzte Sicherung trägt eine Zeit, die erst noch kommt: bitte die Uhr dieses Geräts prüfen.</translation>
    </message>
    <message>
        <source>Last backup: {age}.</source>
        <translation>Letzte Sicherung: {age}.</translation>
    </message>
    <message>
        <source>If this device breaks, what the centre has not received is lost. Choose a stick or a share.</source>
        <translation>Geht dieses Gerät kaputt, ist verloren, was die Zentrale noch nicht hat. Bitte einen Stick oder ein Netzlaufwerk wählen.</translation>
    </message>
    <message>
        <source>One is due every {hours} hours, when somebody logs out. Place: {place}</source>
        <translation>Fällig alle {hours} Stunden, wenn jemand sich abmeldet. Ort: {place}</translation>
    </message>
    <message>
        <source>to a folder on the same disk, which does not help when the disk breaks</source>
        <translation>in einen Ordner auf demselben Datenträger, was nicht hilft, wenn dieser kaputtgeht</translation>
    </message>
    <message>
        <source>to another disk</source>
        <translation>auf einen anderen Datenträger</translation>
    </message>
    <message>
        <source>{time}, up to event {seq}, read back, {where}.</source>
        <translation>{time}, bis Ereignis {seq}, zurückgelesen, {where}.</translation>
    </message>
    <message>
        <source>The newest try failed {time}: {why}</source>
        <translation>Der letzte Versuch misslang am {time}: {why}</translation>
    </message>
    <message>
        <source>less than an hour ago</source>
        <translation>vor weniger als einer Stunde</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message>
        <source>{hours} hours ago</source>
        <translation>vor {hours} Stunden</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>vor {days} Tagen</translation>
    </message>
</context>
<context>
    <name>CompletionPage</name>
    <message>
        <source>Completion</source>
        <translation>Rücklauf</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Nobody is randomised yet.</source>
        <translation>Noch niemand ist randomisiert.</translation>
    </message>
    <message>
        <source>As of {day}: {enrolled} enrolled, {population} randomised</source>
        <translation>Stand {day}: {enrolled} aufgenommen, {population} randomisiert</translation>
    </message>
    <message>
        <source>Valid form: {rule}</source>
        <translation>Gültiges Formular: {rule}</translation>
    </message>
    <message>
        <source>Erased by order: {forms} forms, counted as not come; {people} participants, not counted</source>
        <translation>Auf Anordnung gelöscht: {forms} Formulare, als nicht gekommen gezählt; {people} Teilnehmende, nicht gezählt</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Opening the answers …</source>
        <translation>Antworten werden geöffnet …</translation>
    </message>
    <message>
        <source>{count} finished responses of everybody, all visits together</source>
        <translation>{count} abgeschlossene Formulare von allen, alle Termine zusammen</translation>
    </message>
    <message>
        <source>{count} to another version are not counted</source>
        <translation>{count} zu einer anderen Version sind nicht gezählt</translation>
    </message>
    <message>
        <source>Save the completion report</source>
        <translation>Bericht über den Rücklauf speichern</translation>
    </message>
    <message>
        <source>The report is in {path}. The copy is written down in the audit trail.</source>
        <translation>Der Bericht liegt in {path}. Die Kopie ist im Prüfpfad vermerkt.</translation>
    </message>
    <message>
        <source>Completion rate: of those expected, alive and in the study, whose window has closed. Available data: of everybody randomised.</source>
        <translation>Rücklauf: von denen, die erwartet wurden, lebten, in der Studie waren und deren Fenster geschlossen ist. Vorhandene Daten: von allen Randomisierten.</translation>
    </message>
    <message>
        <source>Filled: completion rate. Outlined: available data.</source>
        <translation>Gefüllt: Rücklauf. Umrandet: vorhandene Daten.</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Completion rate</source>
        <translation>Rücklauf</translation>
    </message>
    <message>
        <source>Available data</source>
        <translation>Vorhandene Daten</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Es fehlen</translation>
    </message>
    <message>
        <source>Still awaited</source>
        <translation>Noch erwartet</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Why forms are missing</source>
        <translation>Warum Formulare fehlen</translation>
    </message>
    <message>
        <source>No reason yet</source>
        <translation>Noch ohne Grund</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gestellt</translation>
    </message>
</context>
<context>
    <name>DeskFrame</name>
    <message>
        <source>this device</source>
        <translation>diesem Gerät</translation>
    </message>
    <message>
        <source>Everything before it can be read; nothing more is written.</source>
        <translation>Alles davor kann gelesen werden; es wird nichts mehr geschrieben.</translation>
    </message>
    <message>
        <source>The key was changed. Everybody gets the new one at the next login.</source>
        <translation>Der Schlüssel wurde gewechselt. Alle bekommen den neuen bei der nächsten Anmeldung.</translation>
    </message>
    <message>
        <source>{name} has a new passphrase.</source>
        <translation>{name} hat einen neuen Kennsatz.</translation>
    </message>
    <message>
        <source>{name} can no longer log in on this device.</source>
        <translation>{name} kann sich auf diesem Gerät nicht mehr anmelden.</translation>
    </message>
    <message>
        <source>{name} can log in now.</source>
        <translation>{name} kann sich jetzt anmelden.</translation>
    </message>
    <message>
        <source>Everything about {subject} was erased.</source>
        <translation>Alles zu {subject} wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Enrol a participant</source>
        <translation>Teilnehmende Person aufnehmen</translation>
    </message>
    <message>
        <source>Study code</source>
        <translation>Studiencode</translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation>Aufgenommen am</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>From the enrolment sheet. Never a name, initials or a date of birth.</source>
        <translation>Vom Aufnahmebogen. Nie ein Name, Initialen oder ein Geburtsdatum.</translation>
    </message>
    <message>
        <source>Language of the questionnaires</source>
        <translation>Sprache der Fragebögen</translation>
    </message>
</context>
<context>
    <name>ErasurePage</name>
    <message>
        <source>Erase by order</source>
        <translation>Löschen auf Anordnung</translation>
    </message>
    <message>
        <source>Who ordered it</source>
        <translation>Wer es angeordnet hat</translation>
    </message>
    <message>
        <source>Reference of the written order</source>
        <translation>Aktenzeichen der schriftlichen Anordnung</translation>
    </message>
    <message>
        <source>Study code</source>
        <translation>Studiencode</translation>
    </message>
    <message>
        <source>What is erased?</source>
        <translation>Was wird gelöscht?</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Everything about this participant</source>
        <translation>Alles zu dieser Person</translation>
    </message>
    <message>
        <source>Type the study code {subject} to confirm</source>
        <translation>Zur Bestätigung den Studiencode {subject} eintippen</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>This cannot be undone</source>
        <translation>Das lässt sich nicht rückgängig machen</translation>
    </message>
    <message>
        <source>Only on the written order of who decides about the data. To end the questionnaires, record a withdrawal instead.</source>
        <translation>Nur auf schriftliche Anordnung dessen, der über die Daten entscheidet. Um die Befragung zu beenden, halten Sie stattdessen einen Widerruf fest.</translation>
    </message>
    <message>
        <source>The answers go for good from this device. That something stood there, and by which order it went, stays in the record.</source>
        <translation>Die Antworten verschwinden endgültig von diesem Gerät. Dass dort etwas stand und auf welche Anordnung es ging, bleibt aufgezeichnet.</translation>
    </message>
    <message>
        <source>The centre is told with the next sending and confirms with its receipt. Backups made before hold the data until newer ones have replaced them.</source>
        <translation>Das Zentrum erfährt es mit der nächsten Sendung und bestätigt es mit seiner Quittung. Frühere Sicherungen enthalten die Daten, bis neuere sie ersetzt haben.</translation>
    </message>
    <message>
        <source>Who ordered it?</source>
        <translation>Wer hat es angeordnet?</translation>
    </message>
    <message>
        <source>On what ground?</source>
        <translation>Mit welchem Grund?</translation>
    </message>
</context>
<context>
    <name>FactPage</name>
    <message>
        <source>Record a fact</source>
        <translation>Ereignis eintragen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Choose the arm</source>
        <translation>Arm wählen</translation>
    </message>
    <message>
        <source>Arm, as randomised</source>
        <translation>Arm laut Randomisierung</translation>
    </message>
    <message>
        <source>From this day on no questionnaire is handed over to this participant. What is recorded stays.</source>
        <translation>Ab diesem Tag wird dieser Person kein Fragebogen mehr übergeben. Was eingetragen ist, bleibt.</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Was ist geschehen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Recorded so far: %1. What you enter takes its place; both stay in the record.</source>
        <translation>Bisher eingetragen: %1. Was Sie eintragen, tritt an diese Stelle; beides bleibt in der Aufzeichnung.</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Hand over the tablet</source>
        <translation>Tablet übergeben</translation>
    </message>
    <message>
        <source>Hand over the tablet now</source>
        <translation>Tablet jetzt übergeben</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>etwa {minutes} min</translation>
    </message>
    <message>
        <source>Seen by the doctor today?</source>
        <translation>Heute schon in der Sprechstunde?</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Will not come</source>
        <translation>Kommt nicht</translation>
    </message>
    <message>
        <source>Study PIN</source>
        <translation>Studien-PIN</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie bisher</translation>
    </message>
    <message>
        <source>Choose a new one</source>
        <translation>Neu wählen</translation>
    </message>
    <message>
        <source>Yes, already</source>
        <translation>Ja, schon</translation>
    </message>
    <message>
        <source>There is no language in which all of these forms have their words. Import a wording pack.</source>
        <translation>Für keine Sprache ist der Wortlaut aller dieser Formulare da. Bitte ein Wortlautpaket einlesen.</translation>
    </message>
    <message>
        <source>e.g. glasses forgotten</source>
        <translation>z. B. Brille vergessen</translation>
    </message>
    <message>
        <source>Why not alone? (needed)</source>
        <translation>Warum nicht allein? (nötig)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Who answers?</source>
        <translation>Wer antwortet?</translation>
    </message>
    <message>
        <source>You are logged out when the tablet changes hands. The participant cannot see earlier answers.</source>
        <translation>Mit der Übergabe werden Sie abgemeldet. Frühere Antworten sind für die teilnehmende Person nicht zu sehen.</translation>
    </message>
    <message>
        <source>{language} – draft</source>
        <translation>{language} – Entwurf</translation>
    </message>
    <message>
        <source>Draft: not yet reviewed by a native speaker; for demonstration wording only.</source>
        <translation>Entwurf: noch nicht von einer Person mit dieser Muttersprache geprüft; nur für Demonstrationstext.</translation>
    </message>
    <message>
        <source>The centre's keys were good until {day}. Work goes on; ask it for a new trust pack.</source>
        <translation>Die Schlüssel der Zentrale galten bis {day}. Die Arbeit geht weiter; bitte dort ein neues Vertrauenspaket erbitten.</translation>
    </message>
    <message>
        <source>How did you make sure who is on the line? (needed)</source>
        <translation>Wie haben Sie geprüft, wer am Telefon ist? (nötig)</translation>
    </message>
    <message>
        <source>Number and details are those in the patient file. Keep the tablet, read out the questions as they stand and tap the answers.</source>
        <translation>Nummer und Angaben sind die aus der Akte. Das Tablet bleibt bei Ihnen: Lesen Sie die Fragen vor, wie sie dastehen, und tippen Sie die Antworten an.</translation>
    </message>
    <message>
        <source>Begin the interview</source>
        <translation>Interview beginnen</translation>
    </message>
</context>
<context>
    <name>IdleNotice</name>
    <message>
        <source>Nobody has touched anything for a while. The desk locks in a minute.</source>
        <translation>Seit einer Weile hat niemand etwas berührt. In einer Minute wird gesperrt.</translation>
    </message>
    <message>
        <source>Stay logged in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>zum Teil</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>versäumt</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>jetzt offen</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>embolization</source>
        <translation>Embolisation</translation>
    </message>
</context>
<context>
    <name>LineDetails</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Content as recorded</source>
        <translation>Inhalt, wie aufgezeichnet</translation>
    </message>
    <message>
        <source>Header as signed, and its SHA-256</source>
        <translation>Kopf, wie signiert, und sein SHA-256</translation>
    </message>
    <message>
        <source>Event {seq}</source>
        <translation>Ereignis {seq}</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Kennsatz</translation>
    </message>
    <message>
        <source>Choose your name first.</source>
        <translation>Bitte zuerst Ihren Namen wählen.</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Bitte Ihren Kennsatz eingeben.</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Sie können es jetzt wieder versuchen.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
</context>
<context>
    <name>MemberPage</name>
    <message>
        <source>For somebody who forgot theirs. Let them type it themselves; the old one opens nothing any more. It is written down that you did this.</source>
        <translation>Für jemanden, der seinen Kennsatz vergessen hat. Bitte die Person selbst tippen lassen; der alte öffnet danach nichts mehr. Es wird festgehalten, dass Sie dies getan haben.</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>Ihr eigener Kennsatz</translation>
    </message>
    <message>
        <source>Give this passphrase</source>
        <translation>Diesen Kennsatz vergeben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>This is you. Change your own passphrase with the button at the bottom left; removing you is up to a colleague.</source>
        <translation>Das sind Sie selbst. Ihren Kennsatz ändern Sie mit dem Knopf links unten; entfernen kann Sie nur eine Kollegin oder ein Kollege.</translation>
    </message>
    <message>
        <source>Yes, remove</source>
        <translation>Ja, entfernen</translation>
    </message>
    <message>
        <source>No, keep</source>
        <translation>Nein, behalten</translation>
    </message>
    <message>
        <source>They can no longer log in on this device, from this moment on.</source>
        <translation>Die Person kann sich ab diesem Augenblick auf diesem Gerät nicht mehr anmelden.</translation>
    </message>
    <message>
        <source>What they did stays in the record under their name; the name is never given again.</source>
        <translation>Was sie getan hat, bleibt unter ihrem Namen im Protokoll; der Name wird nie wieder vergeben.</translation>
    </message>
    <message>
        <source>They may have kept the key of this site. Change the key afterwards; the page Team offers it.</source>
        <translation>Sie kann den Schlüssel dieses Zentrums behalten haben. Bitte danach den Schlüssel wechseln; die Seite Team bietet es an.</translation>
    </message>
    <message>
        <source>On every other device of this site they must be removed as well.</source>
        <translation>Auf jedem anderen Gerät dieses Zentrums muss sie ebenfalls entfernt werden.</translation>
    </message>
    <message>
        <source>Remove from this device</source>
        <translation>Von diesem Gerät entfernen</translation>
    </message>
    <message>
        <source>A new passphrase</source>
        <translation>Ein neuer Kennsatz</translation>
    </message>
    <message>
        <source>So that nobody else gives access at your desk.</source>
        <translation>Damit niemand sonst an Ihrem Platz Zugang vergibt.</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
</context>
<context>
    <name>NewSecret</name>
    <message>
        <source>At least 15 characters, for example four or five unrelated words. No digits or signs needed.</source>
        <translation>Mindestens 15 Zeichen, zum Beispiel vier oder fünf Wörter ohne Zusammenhang. Ziffern und Zeichen sind nicht nötig.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neuer Kennsatz</translation>
    </message>
    <message>
        <source>The new passphrase once more</source>
        <translation>Der neue Kennsatz noch einmal</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden sind noch nicht gleich.</translation>
    </message>
</context>
<context>
    <name>OwnPassphrasePage</name>
    <message>
        <source>Your passphrase until now</source>
        <translation>Ihr bisheriger Kennsatz</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>It counts on this device only.</source>
        <translation>Er gilt nur auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Your passphrase was changed.</source>
        <translation>Ihr Kennsatz wurde geändert.</translation>
    </message>
    <message>
        <source>My passphrase</source>
        <translation>Mein Kennsatz</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Enrol a participant</source>
        <translation>Teilnehmende Person aufnehmen</translation>
    </message>
    <message>
        <source>{count} at this site</source>
        <translation>{count} an diesem Zentrum</translation>
    </message>
    <message>
        <source>Filter: study code, visit …</source>
        <translation>Filter: Studiencode, Besuch …</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Study code</source>
        <translation>Studiencode</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>{count} embolizations</source>
        <translation>{count} Embolisationen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Nächster Besuch</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Verstorben</translation>
    </message>
    <message>
        <source>Withdrew</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Erased by order</source>
        <translation>Auf Anordnung gelöscht</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>questionnaires: {n}</source>
        <translation>Fragebögen: {n}</translation>
    </message>
    <message>
        <source>{subject}, {what}. Ordered by {authority}, {reference}; carried out {at}, event {seq}.</source>
        <translation>{subject}, {what}. Angeordnet von {authority}, {reference}; ausgeführt {at}, Ereignis {seq}.</translation>
    </message>
    <message>
        <source>The centre has confirmed that it erased them too.</source>
        <translation>Das Zentrum hat bestätigt, dass es sie ebenfalls gelöscht hat.</translation>
    </message>
    <message>
        <source>Not yet confirmed by the centre: send and fetch receipts.</source>
        <translation>Vom Zentrum noch nicht bestätigt: senden und Quittungen holen.</translation>
    </message>
    <message>
        <source>Forms as CSV</source>
        <translation>Bögen als CSV</translation>
    </message>
    <message>
        <source>The forms are in {path}. The copy is written down in the trail.</source>
        <translation>Die Bögen sind in {path}. Die Kopie steht im Prüfpfad.</translation>
    </message>
    <message>
        <source>Save the forms of staff</source>
        <translation>Bögen des Teams speichern</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Record a fact</source>
        <translation>Ereignis eintragen</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>No finished questionnaire yet.</source>
        <translation>Noch kein abgeschlossener Fragebogen.</translation>
    </message>
    <message>
        <source>Enrolled {day}</source>
        <translation>Aufgenommen {day}</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>Der Bericht liegt in {path}.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>not randomised</source>
        <translation>nicht randomisiert</translation>
    </message>
    <message>
        <source>Arm: {arm}</source>
        <translation>Arm: {arm}</translation>
    </message>
    <message>
        <source>Arm hidden for your role</source>
        <translation>Arm für Ihre Rolle verborgen</translation>
    </message>
    <message>
        <source>Symptoms at baseline</source>
        <translation>Symptome zu Beginn</translation>
    </message>
    <message>
        <source>No symptoms at baseline</source>
        <translation>Keine Symptome zu Beginn</translation>
    </message>
    <message>
        <source>Scoring: {title} – {status}</source>
        <translation>Auswertung: {title} – {status}</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Widerruf</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>{visit}, {form}: erased by order, event {seq}</source>
        <translation>{visit}, {form}: auf Anordnung gelöscht, Ereignis {seq}</translation>
    </message>
    <message>
        <source>The scan is sealed into the record. Delete the file if it is not needed any more.</source>
        <translation>Der Scan ist versiegelt aufgezeichnet. Löschen Sie die Datei, wenn sie nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>The scan of the paper</source>
        <translation>Der Scan des Papierbogens</translation>
    </message>
    <message>
        <source>Forms of staff: {count}</source>
        <translation>Bögen des Teams: {count}</translation>
    </message>
    <message>
        <source>A form of staff says otherwise</source>
        <translation>Ein Bogen des Teams sagt etwas anderes</translation>
    </message>
    <message>
        <source>The table is in {path}.</source>
        <translation>Die Tabelle liegt in {path}.</translation>
    </message>
    <message>
        <source>The picture is in {path}.</source>
        <translation>Das Bild liegt in {path}.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Safe &amp;&amp; sent</source>
        <translation>Alles sicher?</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Prüfpfad</translation>
    </message>
    <message>
        <source>My passphrase</source>
        <translation>Mein Kennsatz</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} überfällig</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Rücklauf</translation>
    </message>
</context>
<context>
    <name>ReasonPage</name>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>What has been answered stays in the record. These forms cannot be continued afterwards.</source>
        <translation>Was beantwortet ist, bleibt erhalten. Diese Formulare können danach nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Close and keep the answers</source>
        <translation>Schließen und Antworten behalten</translation>
    </message>
    <message>
        <source>Close as partial</source>
        <translation>Als Teil schließen</translation>
    </message>
    <message>
        <source>The visit leaves the list and counts as missing for the reason you give.</source>
        <translation>Der Besuch verschwindet von der Liste und zählt als fehlend, mit dem Grund, den Sie angeben.</translation>
    </message>
    <message>
        <source>Record the reason</source>
        <translation>Grund eintragen</translation>
    </message>
    <message>
        <source>Will not come</source>
        <translation>Kommt nicht</translation>
    </message>
</context>
<context>
    <name>SafePage</name>
    <message>
        <source>Safe &amp; sent</source>
        <translation>Alles sicher?</translation>
    </message>
    <message>
        <source>Look for receipts</source>
        <translation>Quittungen suchen</translation>
    </message>
    <message>
        <source>Exports are made by a coordinator.</source>
        <translation>Exporte macht die Koordination.</translation>
    </message>
    <message>
        <source>Done: {responses} questionnaires, sealed, in {place} (bundles: {bundles}).</source>
        <translation>Fertig: {responses} Fragebögen, versiegelt, in {place} (Bündel: {bundles}).</translation>
    </message>
    <message>
        <source>{count} new receipts, all genuine.</source>
        <translation>{count} neue Quittungen, alle echt.</translation>
    </message>
    <message>
        <source>No new receipts there.</source>
        <translation>Dort sind keine neuen Quittungen.</translation>
    </message>
    <message>
        <source>Export to which folder or stick?</source>
        <translation>In welchen Ordner oder auf welchen Stick?</translation>
    </message>
    <message>
        <source>Where are the receipts?</source>
        <translation>Wo sind die Quittungen?</translation>
    </message>
    <message>
        <source>The backup is made and was read back.</source>
        <translation>Die Sicherung ist gemacht und wurde zurückgelesen.</translation>
    </message>
    <message>
        <source>Back up to which stick, share or folder?</source>
        <translation>Auf welchen Stick, welches Netzlaufwerk oder in welchen Ordner sichern?</translation>
    </message>
    <message>
        <source>Nothing was waiting to be sent.</source>
        <translation>Es gab nichts zu senden.</translation>
    </message>
    <message>
        <source>Sent: {responses} questionnaires, sealed, to {place} (bundles: {bundles}).</source>
        <translation>Gesendet: {responses} Fragebögen, versiegelt, an {place} (Bündel: {bundles}).</translation>
    </message>
    <message>
        <source>Every file was read back from there and is the same.</source>
        <translation>Jede Datei wurde von dort zurückgelesen und stimmt überein.</translation>
    </message>
    <message>
        <source>You may take the stick out now.</source>
        <translation>Sie können den Stick jetzt abziehen.</translation>
    </message>
    <message>
        <source>The drill passed: everything can be restored.</source>
        <translation>Die Probe ist bestanden: alles lässt sich wiederherstellen.</translation>
    </message>
    <message>
        <source>The drill failed. Keep the backup, make a new one and call the centre. It found:</source>
        <translation>Die Probe ist gescheitert. Bewahren Sie die Sicherung auf, machen Sie eine neue und rufen Sie die Zentrale an. Gefunden wurde (Bericht auf Englisch):</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>In Ordner exportieren</translation>
    </message>
    <message>
        <source>Where do the tablets of the site leave their letters?</source>
        <translation>Wo legen die Tablets des Zentrums ihre Briefe ab?</translation>
    </message>
    <message>
        <source>{name} lies there as well: it looks like a leftover of this program and is none. It was not opened and not removed. Ask whose stick this is.</source>
        <translation>Dort liegt auch {name}: Das sieht wie ein Rest dieses Programms aus und ist keiner. Es wurde nicht geöffnet und nicht entfernt. Fragen Sie, wem der Stick gehört.</translation>
    </message>
</context>
<context>
    <name>SafeAnswer</name>
    <message>
        <source>There is no finished questionnaire on this device yet.</source>
        <translation>Auf diesem Gerät ist noch kein abgeschlossener Fragebogen.</translation>
    </message>
    <message>
        <source>Everything is with the centre.</source>
        <translation>Alles ist bei der Zentrale.</translation>
    </message>
    <message>
        <source>1 questionnaire is only on this device.</source>
        <translation>1 Fragebogen ist nur auf diesem Gerät.</translation>
    </message>
    <message>
        <source>{count} questionnaires are only on this device.</source>
        <translation>{count} Fragebögen sind nur auf diesem Gerät.</translation>
    </message>
    <message>
        <source>1 was sent and has no receipt yet.</source>
        <translation>1 ist gesendet und noch ohne Quittung.</translation>
    </message>
    <message>
        <source>{count} were sent and have no receipt yet.</source>
        <translation>{count} sind gesendet und noch ohne Quittung.</translation>
    </message>
    <message>
        <source>The oldest was answered {time}.</source>
        <translation>Der älteste wurde beantwortet am {time}.</translation>
    </message>
    <message>
        <source>Interrupted, not finished</source>
        <translation>Unterbrochen, nicht fertig</translation>
    </message>
    <message>
        <source>From the device before this one: {count}; the centre must take in that device's log file.</source>
        <translation>Vom Gerät vor diesem: {count}; die Zentrale muss dessen Aufzeichnung einlesen.</translation>
    </message>
    <message>
        <source>The centre's keys were good until {day}. Work goes on; ask it for a new trust pack.</source>
        <translation>Die Schlüssel der Zentrale galten bis {day}. Die Arbeit geht weiter; bitte dort ein neues Vertrauenspaket erbitten.</translation>
    </message>
    <message>
        <source>1 questionnaire is in a bundle that has not reached its place.</source>
        <translation>1 Fragebogen ist in einem Bündel, das sein Ziel nicht erreicht hat.</translation>
    </message>
    <message>
        <source>{count} questionnaires are in a bundle that has not reached its place.</source>
        <translation>{count} Fragebögen sind in einem Bündel, das sein Ziel nicht erreicht hat.</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>{mark} A difference of {points} points or more counts. {source} ({status})</source>
        <translation>{mark} Ab {points} Punkten zählt ein Unterschied. {source} ({status})</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>corrected, originally {score}</source>
        <translation>berichtigt, ursprünglich {score}</translation>
    </message>
    <message>
        <source>Since the last</source>
        <translation>Seit dem letzten</translation>
    </message>
    <message>
        <source>Since the first</source>
        <translation>Seit dem ersten</translation>
    </message>
    <message>
        <source>from {value}</source>
        <translation>von {value}</translation>
    </message>
    <message>
        <source>Choose a score to see how it came about.</source>
        <translation>Einen Wert wählen, um zu sehen, wie er zustande kam.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>SiteKeyPage</name>
    <message>
        <source>Change the key of the site</source>
        <translation>Schlüssel des Zentrums wechseln</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Schlüssel wechseln</translation>
    </message>
    <message>
        <source>Everything written from now on is sealed to a new key.</source>
        <translation>Alles, was ab jetzt geschrieben wird, wird für einen neuen Schlüssel versiegelt.</translation>
    </message>
    <message>
        <source>Everybody on the page Team gets it at the next login, with the passphrase they have.</source>
        <translation>Alle auf der Seite Team bekommen ihn bei der nächsten Anmeldung, mit dem Kennsatz, den sie haben.</translation>
    </message>
    <message>
        <source>The centre gets a sealed copy with the next export.</source>
        <translation>Die Zentrale bekommt mit dem nächsten Export eine versiegelte Kopie.</translation>
    </message>
    <message>
        <source>What was written before stays under the old key: whoever kept that key can still open it.</source>
        <translation>Was vorher geschrieben wurde, bleibt unter dem alten Schlüssel: Wer diesen behalten hat, kann es weiterhin öffnen.</translation>
    </message>
</context>
<context>
    <name>StaffWindow</name>
    <message>
        <source>Logged out. One moment, please.</source>
        <translation>Abgemeldet. Einen Moment, bitte.</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Schlüssel wechseln</translation>
    </message>
    <message>
        <source>The secret of this device lies in the keystore of the operating system.</source>
        <translation>Das Geheimnis dieses Geräts liegt im Schlüsselspeicher des Betriebssystems.</translation>
    </message>
    <message>
        <source>The secret of this device lies in a file that only its owner may read.</source>
        <translation>Das Geheimnis dieses Geräts liegt in einer Datei, die nur ihr Besitzer lesen darf.</translation>
    </message>
    <message>
        <source>None by others since your last login.</source>
        <translation>Keine von anderen seit Ihrer letzten Anmeldung.</translation>
    </message>
    <message>
        <source>1 by others since your last login.</source>
        <translation>1 von anderen seit Ihrer letzten Anmeldung.</translation>
    </message>
    <message>
        <source>{count} by others since your last login.</source>
        <translation>{count} von anderen seit Ihrer letzten Anmeldung.</translation>
    </message>
    <message>
        <source>{count} by others since your last login; the newest are shown.</source>
        <translation>{count} von anderen seit Ihrer letzten Anmeldung; die neuesten sind gezeigt.</translation>
    </message>
    <message>
        <source>set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>wrong passphrase</source>
        <translation>falscher Kennsatz</translation>
    </message>
    <message>
        <source>had to wait</source>
        <translation>musste warten</translation>
    </message>
    <message>
        <source>has no new key yet</source>
        <translation>hat den neuen Schlüssel noch nicht</translation>
    </message>
    <message>
        <source>the secret of this device is missing</source>
        <translation>das Geheimnis dieses Geräts fehlt</translation>
    </message>
    <message>
        <source>a name nobody has here</source>
        <translation>ein Name, den hier niemand hat</translation>
    </message>
    <message>
        <source>{count} people can log in on this device.</source>
        <translation>{count} Personen können sich auf diesem Gerät anmelden.</translation>
    </message>
    <message>
        <source>1 person can log in on this device.</source>
        <translation>1 Person kann sich auf diesem Gerät anmelden.</translation>
    </message>
    <message>
        <source>{names} cannot log in any more, but may have kept the key of this site. A new key protects what is written from now on.</source>
        <translation>Nicht mehr anmelden kann sich: {names}. Der Schlüssel dieses Zentrums kann aber behalten worden sein. Ein neuer Schlüssel schützt, was ab jetzt geschrieben wird.</translation>
    </message>
    <message>
        <source>The key of this site is in force since {time}, by {name}.</source>
        <translation>Der Schlüssel dieses Zentrums gilt seit {time}, durch {name}.</translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation>Fehlgeschlagene Anmeldungen</translation>
    </message>
    <message>
        <source>Choose a person to give a new passphrase or to remove them.</source>
        <translation>Bitte eine Person wählen, um ihr einen neuen Kennsatz zu geben oder sie zu entfernen.</translation>
    </message>
    <message>
        <source>Who had access when</source>
        <translation>Wer wann Zugang hatte</translation>
    </message>
    <message>
        <source>What the roles may do</source>
        <translation>Was die Rollen dürfen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (Sie)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>{time}
by {name}</source>
        <translation>{time}
durch {name}</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Embolization {number}</source>
        <translation>Embolisation {number}</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Randomised</source>
        <translation>Randomisiert</translation>
    </message>
    <message>
        <source>Progressed</source>
        <translation>Fortgeschritten</translation>
    </message>
    <message>
        <source>Withdrew</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Verstorben</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Nobody is due today.</source>
        <translation>Heute ist niemand fällig.</translation>
    </message>
    <message>
        <source>Close as partial</source>
        <translation>Als Teil schließen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>With a new PIN</source>
        <translation>Mit neuer PIN</translation>
    </message>
    <message>
        <source>Open the participant's page</source>
        <translation>Seite der teilnehmenden Person öffnen</translation>
    </message>
    <message>
        <source>Will not come</source>
        <translation>Kommt nicht</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>1 form</source>
        <translation>1 Formular</translation>
    </message>
    <message>
        <source>{count} forms</source>
        <translation>{count} Formulare</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>etwa {minutes} min</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>ab {day}</translation>
    </message>
    <message>
        <source>last day today</source>
        <translation>heute letzter Tag</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>noch {days} Tage</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>noch 1 Tag</translation>
    </message>
    <message>
        <source>Check its date and time. Answers around the jump are kept and marked.</source>
        <translation>Bitte Datum und Uhrzeit prüfen. Antworten um den Sprung herum bleiben erhalten und sind markiert.</translation>
    </message>
    <message>
        <source>opened {time}</source>
        <translation>geöffnet {time}</translation>
    </message>
    <message>
        <source>Too long ago to go on; close it as partial.</source>
        <translation>Zu lange her, um fortzusetzen; bitte als Teil schließen.</translation>
    </message>
    <message>
        <source>{form}: every question seen, not finished</source>
        <translation>{form}: alle Fragen gesehen, nicht abgeschlossen</translation>
    </message>
    <message>
        <source>{form}: question {number} of {count}</source>
        <translation>{form}: Frage {number} von {count}</translation>
    </message>
    <message>
        <source>no answers yet</source>
        <translation>noch keine Antworten</translation>
    </message>
    <message>
        <source>they said: {reason}</source>
        <translation>Angabe: {reason}</translation>
    </message>
    <message>
        <source>{count} answers, the last {time}</source>
        <translation>{count} Antworten, die letzte {time}</translation>
    </message>
    <message>
        <source>The clock of this device says {after}, its last entry says {before}.</source>
        <translation>Die Uhr dieses Geräts sagt {after}, der letzte Eintrag sagt {before}.</translation>
    </message>
    <message>
        <source>The clock of this device jumped: it said {after} when it was {expected}.</source>
        <translation>Die Uhr dieses Geräts ist gesprungen: sie zeigte {after}, als es {expected} war.</translation>
    </message>
    <message>
        <source>closed {days} days ago</source>
        <translation>seit {days} Tagen geschlossen</translation>
    </message>
    <message>
        <source>closed yesterday</source>
        <translation>seit gestern geschlossen</translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <translation>Niemand passt.</translation>
    </message>
    <message>
        <source>Window {first} – {last}</source>
        <translation>Fenster {first} – {last}</translation>
    </message>
    <message>
        <source>nothing answered yet</source>
        <translation>noch nichts beantwortet</translation>
    </message>
    <message>
        <source>last answered {day}</source>
        <translation>zuletzt beantwortet {day}</translation>
    </message>
    <message>
        <source>Show the alerts</source>
        <translation>Warnungen zeigen</translation>
    </message>
</context>
<context>
    <name>WithdrawalPage</name>
    <message>
        <source>Withdrawal</source>
        <translation>Widerruf</translation>
    </message>
    <message>
        <source>From which day on?</source>
        <translation>Ab welchem Tag?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Record the withdrawal</source>
        <translation>Widerruf festhalten</translation>
    </message>
    <message>
        <source>Why is it taken back?</source>
        <translation>Warum wird er zurückgenommen?</translation>
    </message>
    <message>
        <source>Take the withdrawal back</source>
        <translation>Widerruf zurücknehmen</translation>
    </message>
    <message>
        <source>Only a coordinator can take a withdrawal back.</source>
        <translation>Nur eine Koordination kann einen Widerruf zurücknehmen.</translation>
    </message>
    <message>
        <source>Taken back on {day}: {note}.</source>
        <translation>Zurückgenommen am {day}: {note}.</translation>
    </message>
    <message>
        <source>Withdrawn from {day} on. {reason}.</source>
        <translation>Widerrufen ab {day}. {reason}.</translation>
    </message>
    <message>
        <source>{said} Recorded by {who}, {at}, event {seq}.</source>
        <translation>{said} Festgehalten von {who}, {at}, Ereignis {seq}.</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>From that day on nobody is asked for answers. An open questionnaire is closed as partial.</source>
        <translation>Ab diesem Tag wird nicht mehr um Antworten gebeten. Ein offener Fragebogen wird als unvollständig geschlossen.</translation>
    </message>
    <message>
        <source>Everything collected so far is kept. A withdrawal does not undo what was obtained before it.</source>
        <translation>Alles bisher Erhobene bleibt. Ein Widerruf macht nicht ungeschehen, was vorher erhoben wurde.</translation>
    </message>
    <message>
        <source>A reason is never needed. Removing data is another act, done only by written order.</source>
        <translation>Ein Grund ist nie nötig. Daten zu löschen ist etwas anderes und geschieht nur auf schriftliche Anordnung.</translation>
    </message>
    <message>
        <source>Did the participant say why?</source>
        <translation>Wurde ein Grund genannt?</translation>
    </message>
    <message>
        <source>Note, if there is anything to add</source>
        <translation>Notiz, falls noch etwas zu sagen ist</translation>
    </message>
    <message>
        <source>No names; it is sealed into the record.</source>
        <translation>Keine Namen; sie wird versiegelt aufgezeichnet.</translation>
    </message>
    <message>
        <source>As it stands in the record</source>
        <translation>So steht es in der Aufzeichnung</translation>
    </message>
    <message>
        <source>Note: {note}.</source>
        <translation>Notiz: {note}.</translation>
    </message>
</context>
<context>
    <name>trail</name>
    <message>
        <source>Participant</source>
        <translation>Teilnehmende Person</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Unknown name</source>
        <translation>Unbekannter Name</translation>
    </message>
    <message>
        <source>{new} (was {old})</source>
        <translation>{new} (vorher {old})</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>More exactly</source>
        <translation>Genauer</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Frage oder Angabe</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>Alter Wert</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>Asked before whether to leave it out</source>
        <translation>Vorher gefragt, ob ausgelassen werden soll</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Bei der Zentrale</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Device clock</source>
        <translation>Uhr des Geräts</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>does not hold together from event {seq} on</source>
        <translation>hält ab Ereignis {seq} nicht zusammen</translation>
    </message>
    <message>
        <source>holds together up to its last event, {of}</source>
        <translation>hält bis zum letzten Ereignis, {of}, zusammen</translation>
    </message>
    <message>
        <source>holds together up to event {seq} of {of}; still being followed</source>
        <translation>hält bis Ereignis {seq} von {of} zusammen; wird noch weiter geprüft</translation>
    </message>
    <message>
        <source>{seconds} s since the device started ({boot})</source>
        <translation>{seconds} s seit dem Start des Geräts ({boot})</translation>
    </message>
    <message>
        <source>the wall clock moved {seconds} s against it since the event before</source>
        <translation>die Uhrzeit hat sich seit dem Ereignis davor um {seconds} s dagegen verschoben</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht übernommen</translation>
    </message>
    <message>
        <source>said to be right</source>
        <translation>als richtig bestätigt</translation>
    </message>
    <message>
        <source>row taken away</source>
        <translation>Zeile weggenommen</translation>
    </message>
</context>
<context>
    <name>trends</name>
    <message>
        <source>no published threshold</source>
        <translation>kein veröffentlichter Schwellenwert</translation>
    </message>
    <message>
        <source>threshold not verified</source>
        <translation>Schwellenwert nicht geprüft</translation>
    </message>
    <message>
        <source>threshold {points}: {source}</source>
        <translation>Schwelle {points}: {source}</translation>
    </message>
    <message>
        <source>scored in another way</source>
        <translation>anders ausgewertet</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Nurse</source>
        <translation>Pflege</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Koordination</translation>
    </message>
    <message>
        <source>Investigator</source>
        <translation>Prüfärztin oder Prüfarzt</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Demonstration: synthetic data, not for real participants</source>
        <translation>Demonstration: erfundene Daten, nicht für echte Teilnehmende</translation>
    </message>
    <message>
        <source>Training: practice data, not for real participants</source>
        <translation>Schulung: Übungsdaten, nicht für echte Teilnehmende</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Closing soon</source>
        <translation>Endet bald</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Jetzt offen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Demnächst</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>höher ist besser</translation>
    </message>
    <message>
        <source>higher is worse</source>
        <translation>höher ist schlechter</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>one source</source>
        <translation>eine Quelle</translation>
    </message>
    <message>
        <source>UNSURE: not confirmed against the licensed scoring sheet</source>
        <translation>UNSURE: nicht am lizenzierten Auswertungsblatt bestätigt</translation>
    </message>
    <message>
        <source>UNVERIFIED: not checked at the source</source>
        <translation>UNVERIFIED: nicht an der Quelle geprüft</translation>
    </message>
    <message>
        <source>ASSUMPTION of this project</source>
        <translation>ASSUMPTION: Annahme dieses Projekts</translation>
    </message>
    <message>
        <source>defined by this project</source>
        <translation>von diesem Projekt festgelegt</translation>
    </message>
    <message>
        <source>too few questions answered</source>
        <translation>zu wenige Fragen beantwortet</translation>
    </message>
    <message>
        <source>a score it is built from is missing</source>
        <translation>ein Wert, aus dem er gebildet wird, fehlt</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>no relevant change</source>
        <translation>keine bedeutsame Veränderung</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>nicht vergleichbar</translation>
    </message>
    <message>
        <source>no earlier score</source>
        <translation>kein früherer Wert</translation>
    </message>
    <message>
        <source>no score now</source>
        <translation>jetzt kein Wert</translation>
    </message>
    <message>
        <source>scored in another way before</source>
        <translation>davor anders ausgewertet</translation>
    </message>
    <message>
        <source>no published rule for change</source>
        <translation>keine veröffentlichte Regel für Veränderung</translation>
    </message>
    <message>
        <source>Did not want to go on</source>
        <translation>Wollte nicht weiter</translation>
    </message>
    <message>
        <source>Too ill</source>
        <translation>Zu krank</translation>
    </message>
    <message>
        <source>Organisation: no time, not asked, other place</source>
        <translation>Ablauf: keine Zeit, nicht gefragt, anderer Ort</translation>
    </message>
    <message>
        <source>Technical failure</source>
        <translation>Technischer Fehler</translation>
    </message>
    <message>
        <source>Language or reading</source>
        <translation>Sprache oder Lesen</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Verstorben</translation>
    </message>
    <message>
        <source>Withdrew from the study</source>
        <translation>Aus der Studie ausgeschieden</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>The participant, alone</source>
        <translation>Die Person allein</translation>
    </message>
    <message>
        <source>The participant; a helper reads aloud</source>
        <translation>Die Person; jemand liest vor</translation>
    </message>
    <message>
        <source>The participant speaks; a helper taps</source>
        <translation>Die Person spricht; jemand tippt</translation>
    </message>
    <message>
        <source>Through an interpreter</source>
        <translation>Mit Dolmetschen</translation>
    </message>
    <message>
        <source>Staff ask and enter</source>
        <translation>Personal fragt und trägt ein</translation>
    </message>
    <message>
        <source>On the tablet</source>
        <translation>Auf dem Tablet</translation>
    </message>
    <message>
        <source>As an interview</source>
        <translation>Als Interview</translation>
    </message>
    <message>
        <source>After the consultation, not before</source>
        <translation>Nach der Sprechstunde statt davor</translation>
    </message>
    <message>
        <source>Not in the planned order of forms</source>
        <translation>Nicht in der geplanten Reihenfolge</translation>
    </message>
    <message>
        <source>Study code confirmed by the participant</source>
        <translation>Studiencode von der Person bestätigt</translation>
    </message>
    <message>
        <source>Identified by study PIN</source>
        <translation>Mit Studien-PIN identifiziert</translation>
    </message>
    <message>
        <source>Cannot see well</source>
        <translation>Sieht nicht gut</translation>
    </message>
    <message>
        <source>Cannot tap well</source>
        <translation>Kann nicht gut tippen</translation>
    </message>
    <message>
        <source>Cannot read well</source>
        <translation>Kann nicht gut lesen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Tired or unwell</source>
        <translation>Müde oder unwohl</translation>
    </message>
    <message>
        <source>Not used to a tablet</source>
        <translation>Kennt kein Tablet</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Randomised</source>
        <translation>Randomisiert</translation>
    </message>
    <message>
        <source>Embolization</source>
        <translation>Embolisation</translation>
    </message>
    <message>
        <source>Tumour symptoms at baseline</source>
        <translation>Tumorsymptome zu Beginn</translation>
    </message>
    <message>
        <source>Histology</source>
        <translation>Histologie</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Progressed</source>
        <translation>Fortgeschritten</translation>
    </message>
    <message>
        <source>Only on this device</source>
        <translation>Nur auf diesem Gerät</translation>
    </message>
    <message>
        <source>Sent, no receipt yet</source>
        <translation>Gesendet, ohne Quittung</translation>
    </message>
    <message>
        <source>Received by the centre</source>
        <translation>Bei der Zentrale</translation>
    </message>
    <message>
        <source>Site set up</source>
        <translation>Zentrum eingerichtet</translation>
    </message>
    <message>
        <source>Program started</source>
        <translation>Programm gestartet</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Login refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Tablet handed over</source>
        <translation>Tablet übergeben</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Bundle written</source>
        <translation>Bündel geschrieben</translation>
    </message>
    <message>
        <source>Signed pack</source>
        <translation>Signiertes Paket</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherungskopie</translation>
    </message>
    <message>
        <source>Access changed</source>
        <translation>Zugang geändert</translation>
    </message>
    <message>
        <source>Clock jumped</source>
        <translation>Uhr gesprungen</translation>
    </message>
    <message>
        <source>Receipt taken in</source>
        <translation>Quittung aufgenommen</translation>
    </message>
    <message>
        <source>Participant enrolled</source>
        <translation>Person aufgenommen</translation>
    </message>
    <message>
        <source>Fact recorded</source>
        <translation>Angabe eingetragen</translation>
    </message>
    <message>
        <source>Study PIN chosen</source>
        <translation>Studien-PIN gewählt</translation>
    </message>
    <message>
        <source>Questionnaire opened</source>
        <translation>Fragebogen geöffnet</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Questionnaire finished</source>
        <translation>Fragebogen abgeschlossen</translation>
    </message>
    <message>
        <source>Questionnaire closed as partial</source>
        <translation>Fragebogen als unvollständig geschlossen</translation>
    </message>
    <message>
        <source>Questionnaire continued</source>
        <translation>Fragebogen fortgesetzt</translation>
    </message>
    <message>
        <source>Participant identified</source>
        <translation>Person identifiziert</translation>
    </message>
    <message>
        <source>Who answers changed</source>
        <translation>Ausfüllende Person geändert</translation>
    </message>
    <message>
        <source>Participant's reason to stop</source>
        <translation>Grund der Person aufzuhören</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Unterschrieben</translation>
    </message>
    <message>
        <source>Data erased</source>
        <translation>Daten gelöscht</translation>
    </message>
    <message>
        <source>Withdrawal of consent</source>
        <translation>Widerruf der Einwilligung</translation>
    </message>
    <message>
        <source>Form will not come</source>
        <translation>Formular kommt nicht</translation>
    </message>
    <message>
        <source>Form confirmed</source>
        <translation>Formular bestätigt</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>Fragebögen</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Staff and logins</source>
        <translation>Personal und Anmeldungen</translation>
    </message>
    <message>
        <source>Sending and receipts</source>
        <translation>Senden und Quittungen</translation>
    </message>
    <message>
        <source>Device, clock and packs</source>
        <translation>Gerät, Uhr und Pakete</translation>
    </message>
    <message>
        <source>Looks and copies</source>
        <translation>Einblicke und Kopien</translation>
    </message>
    <message>
        <source>never sealed</source>
        <translation>nie versiegelt</translation>
    </message>
    <message>
        <source>sealed, opened for you</source>
        <translation>versiegelt, für Sie geöffnet</translation>
    </message>
    <message>
        <source>sealed; your role does not read it</source>
        <translation>versiegelt; Ihre Rolle liest es nicht</translation>
    </message>
    <message>
        <source>erased; the event itself stands</source>
        <translation>gelöscht; das Ereignis selbst steht noch</translation>
    </message>
    <message>
        <source>sealed; cannot be opened with this site's key</source>
        <translation>versiegelt; mit dem Schlüssel dieses Zentrums nicht zu öffnen</translation>
    </message>
    <message>
        <source>participant page</source>
        <translation>Seite einer Person</translation>
    </message>
    <message>
        <source>participant report as PDF</source>
        <translation>Bericht einer Person als PDF</translation>
    </message>
    <message>
        <source>audit trail</source>
        <translation>Prüfpfad</translation>
    </message>
    <message>
        <source>copy of the audit trail</source>
        <translation>Kopie des Prüfpfads</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>left out on purpose</source>
        <translation>bewusst ausgelassen</translation>
    </message>
    <message>
        <source>not asked, hidden by an earlier answer</source>
        <translation>nicht gefragt, wegen einer früheren Antwort</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>{used} of {of}</source>
        <translation>{used} von {of}</translation>
    </message>
    <message>
        <source>The participant asked to stop</source>
        <translation>Die teilnehmende Person wollte aufhören</translation>
    </message>
    <message>
        <source>The study PIN did not match</source>
        <translation>Die Studien-PIN passte nicht</translation>
    </message>
    <message>
        <source>Somebody said the tablet was not meant for them</source>
        <translation>Jemand sagte, das Tablet sei nicht für ihn bestimmt</translation>
    </message>
    <message>
        <source>The tablet stopped without a word: crash, power or battery</source>
        <translation>Das Tablet endete ohne Meldung: Absturz, Strom oder Akku</translation>
    </message>
    <message>
        <source>Opened, but the tablet was not handed over</source>
        <translation>Geöffnet, aber das Tablet wurde nicht übergeben</translation>
    </message>
    <message>
        <source>read answers</source>
        <translation>Antworten lesen</translation>
    </message>
    <message>
        <source>see the treatment arm</source>
        <translation>den Behandlungsarm sehen</translation>
    </message>
    <message>
        <source>enrol participants</source>
        <translation>Teilnehmende aufnehmen</translation>
    </message>
    <message>
        <source>hand over the tablet</source>
        <translation>das Tablet übergeben</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>look after the team</source>
        <translation>das Team betreuen</translation>
    </message>
    <message>
        <source>confirm forms</source>
        <translation>Formulare bestätigen</translation>
    </message>
    <message>
        <source>read the audit trail</source>
        <translation>das Protokoll lesen</translation>
    </message>
    <message>
        <source>look after this device</source>
        <translation>dieses Gerät betreuen</translation>
    </message>
    <message>
        <source>erase by order of an authority</source>
        <translation>auf Anordnung einer Behörde löschen</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>er ist zu kurz</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>er ist zu lang</translation>
    </message>
    <message>
        <source>it consists of phrases, names, repeats or rows of keys that are tried first</source>
        <translation>er besteht aus Sätzen, Namen, Wiederholungen oder Tastenreihen, die zuerst ausprobiert werden</translation>
    </message>
    <message>
        <source>it may have small letters a-z, digits, dots and hyphens only, 2 to 32 of them</source>
        <translation>erlaubt sind nur 2 bis 32 Kleinbuchstaben a-z, Ziffern, Punkte und Bindestriche</translation>
    </message>
    <message>
        <source>the program itself writes under it</source>
        <translation>das Programm selbst schreibt unter diesem Namen</translation>
    </message>
    <message>
        <source>the name shown beside it is empty, too long or has strange characters</source>
        <translation>der gezeigte Name dazu ist leer, zu lang oder hat fremde Zeichen</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Kein Grund genannt</translation>
    </message>
    <message>
        <source>The questionnaires are too much</source>
        <translation>Die Fragebögen sind zu viel</translation>
    </message>
    <message>
        <source>Too unwell for questionnaires</source>
        <translation>Zu krank für Fragebögen</translation>
    </message>
    <message>
        <source>Left the whole study</source>
        <translation>Hat die ganze Studie verlassen</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Ein anderer Grund</translation>
    </message>
    <message>
        <source>Somebody else answered under this code</source>
        <translation>Jemand anders hat unter diesem Code geantwortet</translation>
    </message>
    <message>
        <source>There was no valid consent</source>
        <translation>Es gab keine gültige Einwilligung</translation>
    </message>
    <message>
        <source>Order of a court or an authority</source>
        <translation>Anordnung eines Gerichts oder einer Behörde</translation>
    </message>
    <message>
        <source>Another ground</source>
        <translation>Ein anderer Rechtsgrund</translation>
    </message>
    <message>
        <source>take back a withdrawal</source>
        <translation>einen Widerruf zurücknehmen</translation>
    </message>
    <message>
        <source>Aids in use noted</source>
        <translation>Verwendete Hilfen festgehalten</translation>
    </message>
    <message>
        <source>Letters at 125 %</source>
        <translation>Schrift 125 %</translation>
    </message>
    <message>
        <source>Letters at 150 %</source>
        <translation>Schrift 150 %</translation>
    </message>
    <message>
        <source>Letters at 200 %</source>
        <translation>Schrift 200 %</translation>
    </message>
    <message>
        <source>Light letters on a dark screen</source>
        <translation>Helle Schrift auf dunklem Grund</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Keyboard or switches</source>
        <translation>Tastatur oder Schalter</translation>
    </message>
    <message>
        <source>Screen reader</source>
        <translation>Bildschirmleser</translation>
    </message>
    <message>
        <source>Questions read aloud by the tablet</source>
        <translation>Fragen vom Tablet vorgelesen</translation>
    </message>
    <message>
        <source>completion</source>
        <translation>Rücklauf</translation>
    </message>
    <message>
        <source>copy of the completion report</source>
        <translation>Kopie des Berichts über den Rücklauf</translation>
    </message>
    <message>
        <source>Prefers help</source>
        <translation>Möchte Hilfe</translation>
    </message>
    <message>
        <source>Form of staff opened</source>
        <translation>Bogen des Teams geöffnet</translation>
    </message>
    <message>
        <source>Value in a form of staff</source>
        <translation>Wert in einem Bogen des Teams</translation>
    </message>
    <message>
        <source>Form of staff closed</source>
        <translation>Bogen des Teams abgeschlossen</translation>
    </message>
    <message>
        <source>Form of staff set aside</source>
        <translation>Bogen des Teams beiseitegelegt</translation>
    </message>
    <message>
        <source>fill in forms about a participant</source>
        <translation>Bögen über eine teilnehmende Person ausfüllen</translation>
    </message>
    <message>
        <source>Typed wrong</source>
        <translation>Vertippt</translation>
    </message>
    <message>
        <source>A later report says otherwise</source>
        <translation>Ein späterer Befund sagt etwas anderes</translation>
    </message>
    <message>
        <source>A monitor or the centre asked</source>
        <translation>Monitor oder Zentrum hat gefragt</translation>
    </message>
    <message>
        <source>The wrong participant</source>
        <translation>Falsche teilnehmende Person</translation>
    </message>
    <message>
        <source>The wrong form</source>
        <translation>Falscher Bogen</translation>
    </message>
    <message>
        <source>Not needed after all</source>
        <translation>Doch nicht nötig</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht gemacht</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Carcinoid (not from the pancreas)</source>
        <translation>Karzinoid (nicht aus der Bauchspeicheldrüse)</translation>
    </message>
    <message>
        <source>Islet-cell tumour (from the pancreas)</source>
        <translation>Inselzelltumor (aus der Bauchspeicheldrüse)</translation>
    </message>
    <message>
        <source>Another histology</source>
        <translation>Andere Histologie</translation>
    </message>
    <message>
        <source>Grade 1</source>
        <translation>Grad 1</translation>
    </message>
    <message>
        <source>Grade 2</source>
        <translation>Grad 2</translation>
    </message>
    <message>
        <source>Grade 3</source>
        <translation>Grad 3</translation>
    </message>
    <message>
        <source>correct answers</source>
        <translation>Antworten berichtigen</translation>
    </message>
    <message>
        <source>Another option was meant</source>
        <translation>Eine andere Antwort war gemeint</translation>
    </message>
    <message>
        <source>The question was misunderstood</source>
        <translation>Die Frage wurde missverstanden</translation>
    </message>
    <message>
        <source>Entered wrongly for the participant</source>
        <translation>Für die Person falsch eingegeben</translation>
    </message>
    <message>
        <source>Left out by mistake</source>
        <translation>Versehentlich ausgelassen</translation>
    </message>
    <message>
        <source>The participant asked for it</source>
        <translation>Die Person hat darum gebeten</translation>
    </message>
    <message>
        <source>Participant asked in person</source>
        <translation>Person persönlich gefragt</translation>
    </message>
    <message>
        <source>Participant asked by telephone</source>
        <translation>Person am Telefon gefragt</translation>
    </message>
    <message>
        <source>The form on paper</source>
        <translation>Der Bogen auf Papier</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} Min.</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} Stunden</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tage</translation>
    </message>
    <message>
        <source>Alert answered</source>
        <translation>Warnung beantwortet</translation>
    </message>
    <message>
        <source>Alert rules checked</source>
        <translation>Warnregeln geprüft</translation>
    </message>
    <message>
        <source>answer alerts</source>
        <translation>Warnungen beantworten</translation>
    </message>
    <message>
        <source>copy of the alerts</source>
        <translation>Kopie der Warnungen</translation>
    </message>
    <message>
        <source>Reviewed, no action needed</source>
        <translation>Gesehen, keine Maßnahme nötig</translation>
    </message>
    <message>
        <source>Action taken</source>
        <translation>Maßnahme ergriffen</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>Weitergeleitet</translation>
    </message>
    <message>
        <source>Participant not reachable</source>
        <translation>Teilnehmende Person nicht erreichbar</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>Beratung</translation>
    </message>
    <message>
        <source>Medicine given or changed</source>
        <translation>Medikament gegeben oder geändert</translation>
    </message>
    <message>
        <source>Visit arranged</source>
        <translation>Termin vereinbart</translation>
    </message>
    <message>
        <source>Examination or test ordered</source>
        <translation>Untersuchung oder Test angeordnet</translation>
    </message>
    <message>
        <source>Admitted to hospital</source>
        <translation>Stationär aufgenommen</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>copy of the signing list</source>
        <translation>Kopie der Unterschriftenliste</translation>
    </message>
    <message>
        <source>sign off answers</source>
        <translation>Antworten unterschreiben</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht unterschrieben</translation>
    </message>
    <message>
        <source>Signed, and covers what stands here</source>
        <translation>Unterschrieben, deckt den jetzigen Stand</translation>
    </message>
    <message>
        <source>To be signed again</source>
        <translation>Erneut zu unterschreiben</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>decide where misplaced answers belong</source>
        <translation>entscheiden, wohin falsch zugeordnete Antworten gehören</translation>
    </message>
    <message>
        <source>Another study code was picked</source>
        <translation>Ein anderer Studiencode war gewählt</translation>
    </message>
    <message>
        <source>Another visit was chosen</source>
        <translation>Ein anderer Termin war gewählt</translation>
    </message>
    <message>
        <source>Other place proposed</source>
        <translation>Andere Zuordnung vorgeschlagen</translation>
    </message>
    <message>
        <source>Place decided</source>
        <translation>Zuordnung entschieden</translation>
    </message>
    <message>
        <source>Paper form read in</source>
        <translation>Papierbogen eingelesen</translation>
    </message>
    <message>
        <source>Scan of a paper form</source>
        <translation>Scan eines Papierbogens</translation>
    </message>
    <message>
        <source>On paper, read in by two people</source>
        <translation>Auf Papier, von zwei Personen eingelesen</translation>
    </message>
    <message>
        <source>No tablet worked or was at hand</source>
        <translation>Kein Tablet ging oder war da</translation>
    </message>
    <message>
        <source>The participant wanted paper</source>
        <translation>Die Person wollte Papier</translation>
    </message>
    <message>
        <source>Isolation or hygiene</source>
        <translation>Isolierung oder Hygiene</translation>
    </message>
    <message>
        <source>Filled in at home or by post</source>
        <translation>Zu Hause oder per Post ausgefüllt</translation>
    </message>
    <message>
        <source>two boxes ticked</source>
        <translation>zwei Kreuze</translation>
    </message>
    <message>
        <source>between two boxes</source>
        <translation>zwischen Feldern</translation>
    </message>
    <message>
        <source>note in the margin</source>
        <translation>Randnotiz</translation>
    </message>
    <message>
        <source>illegible</source>
        <translation>unleserlich</translation>
    </message>
    <message>
        <source>scores as a table</source>
        <translation>Werte als Tabelle</translation>
    </message>
    <message>
        <source>picture of the trends</source>
        <translation>Bild der Verläufe</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>it does not begin with the letters of this site</source>
        <translation>er beginnt nicht mit den Buchstaben dieses Zentrums</translation>
    </message>
    <message>
        <source>it has another form</source>
        <translation>er hat eine andere Form</translation>
    </message>
    <message>
        <source>the last digit does not fit the others, so at least one of them is wrong</source>
        <translation>die letzte Ziffer passt nicht zu den anderen, also ist mindestens eine davon falsch</translation>
    </message>
    <message>
        <source>By telephone: staff ask and enter</source>
        <translation>Am Telefon: Personal fragt und trägt ein</translation>
    </message>
    <message>
        <source>As an interview by telephone</source>
        <translation>Als Interview am Telefon</translation>
    </message>
    <message>
        <source>Who was on the telephone was stated by staff</source>
        <translation>Wer am Telefon war, hat das Personal angegeben</translation>
    </message>
    <message>
        <source>Called their number</source>
        <translation>Nummer angerufen</translation>
    </message>
    <message>
        <source>Compared details</source>
        <translation>Angaben verglichen</translation>
    </message>
    <message>
        <source>Know the voice</source>
        <translation>Stimme bekannt</translation>
    </message>
    <message>
        <source>Not at the clinic</source>
        <translation>Nicht in der Klinik</translation>
    </message>
    <message>
        <source>forms of staff as a table</source>
        <translation>Bögen des Teams als Tabelle</translation>
    </message>
    <message>
        <source>record of a visit as PDF</source>
        <translation>Protokoll einer Visite als PDF</translation>
    </message>
    <message>
        <source>Other tablet of the site</source>
        <translation>Anderes Tablet des Zentrums</translation>
    </message>
    <message>
        <source>Recorded on another tablet of the site</source>
        <translation>Auf einem anderen Tablet des Zentrums erfasst</translation>
    </message>
    <message>
        <source>Bundle sealed</source>
        <translation>Bündel versiegelt</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>Wiederherstellungsprobe</translation>
    </message>
    <message>
        <source>In a bundle, not yet at its place</source>
        <translation>In einem Bündel, noch nicht am Ziel</translation>
    </message>
    <message>
        <source>it was too slow</source>
        <translation>es war zu langsam</translation>
    </message>
    <message>
        <source>its name cannot be found on this network</source>
        <translation>der Name ist in diesem Netz nicht zu finden</translation>
    </message>
    <message>
        <source>it refuses connections</source>
        <translation>es lehnt Verbindungen ab</translation>
    </message>
    <message>
        <source>its answer was cut off or makes no sense</source>
        <translation>die Antwort brach ab oder ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>the connection was cut off</source>
        <translation>die Verbindung brach ab</translation>
    </message>
    <message>
        <source>what it sent is not TLS 1.3, or was changed on the way</source>
        <translation>was es sandte, ist nicht TLS 1.3 oder wurde unterwegs verändert</translation>
    </message>
    <message>
        <source>the connection failed</source>
        <translation>die Verbindung kam nicht zustande</translation>
    </message>
    <message>
        <source>its certificate is not valid yet; is the clock of this tablet right?</source>
        <translation>sein Zertifikat gilt noch nicht; geht die Uhr dieses Tablets richtig?</translation>
    </message>
    <message>
        <source>its certificate has ended, or the clock of this tablet is wrong</source>
        <translation>sein Zertifikat ist abgelaufen, oder die Uhr dieses Tablets geht falsch</translation>
    </message>
    <message>
        <source>its certificate is for another name</source>
        <translation>sein Zertifikat gilt für einen anderen Namen</translation>
    </message>
    <message>
        <source>its certificate is for another address</source>
        <translation>sein Zertifikat gilt für eine andere Adresse</translation>
    </message>
    <message>
        <source>its certificate is not the pinned one</source>
        <translation>sein Zertifikat ist nicht das hinterlegte</translation>
    </message>
    <message>
        <source>the centre does not know this tablet yet, or has closed it</source>
        <translation>die Zentrale kennt dieses Tablet noch nicht oder hat es gesperrt</translation>
    </message>
    <message>
        <source>there is no such file at the centre</source>
        <translation>bei der Zentrale gibt es diese Datei nicht</translation>
    </message>
    <message>
        <source>the centre lacks the signature of the bundle</source>
        <translation>der Zentrale fehlt die Signatur des Bündels</translation>
    </message>
    <message>
        <source>the centre takes in no file of this size</source>
        <translation>die Zentrale nimmt keine Datei dieser Größe an</translation>
    </message>
    <message>
        <source>the centre found the bundle not genuine</source>
        <translation>die Zentrale hält das Bündel nicht für echt</translation>
    </message>
    <message>
        <source>the centre asks to wait a while</source>
        <translation>die Zentrale bittet, eine Weile zu warten</translation>
    </message>
    <message>
        <source>the centre's server is not ready</source>
        <translation>der Server der Zentrale ist nicht bereit</translation>
    </message>
    <message>
        <source>it points to another address, which is not followed</source>
        <translation>es verweist auf eine andere Adresse, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>its host key is not the pinned one</source>
        <translation>sein Host-Schlüssel ist nicht der hinterlegte</translation>
    </message>
    <message>
        <source>it does not let this tablet in; does it know the tablet's login key?</source>
        <translation>es lässt dieses Tablet nicht ein; kennt es dessen Anmeldeschlüssel?</translation>
    </message>
    <message>
        <source>it offers no way to agree on keys that this tablet takes, or has another host key</source>
        <translation>es bietet kein Verfahren für Schlüssel, das dieses Tablet annimmt, oder hat einen anderen Host-Schlüssel</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>diese Datei oder diesen Ordner gibt es dort nicht</translation>
    </message>
    <message>
        <source>the folder may not be read or written by this login</source>
        <translation>diese Anmeldung darf den Ordner nicht lesen oder beschreiben</translation>
    </message>
    <message>
        <source>its disk is full</source>
        <translation>sein Datenträger ist voll</translation>
    </message>
    <message>
        <source>it refused the file</source>
        <translation>es hat die Datei abgelehnt</translation>
    </message>
    <message>
        <source>it offers no SFTP to this login</source>
        <translation>es bietet dieser Anmeldung kein SFTP</translation>
    </message>
    <message>
        <source>its answer makes no sense, or it ended the connection</source>
        <translation>die Antwort ergibt keinen Sinn, oder es hat die Verbindung beendet</translation>
    </message>
    <message>
        <source>it kept less than was sent</source>
        <translation>es hat weniger behalten, als gesendet wurde</translation>
    </message>
    <message>
        <source>what was written could not be read back</source>
        <translation>was geschrieben wurde, ließ sich nicht zurücklesen</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>es ist nicht da</translation>
    </message>
    <message>
        <source>this program may not read or write there</source>
        <translation>dieses Programm darf dort nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>it cannot be written to</source>
        <translation>es lässt sich nicht beschreiben</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>es antwortet nicht</translation>
    </message>
    <message>
        <source>it reports a fault</source>
        <translation>es meldet einen Fehler</translation>
    </message>
    <message>
        <source>none is set on this device</source>
        <translation>auf diesem Gerät ist keiner eingerichtet</translation>
    </message>
    <message>
        <source>the centre's receipt says so</source>
        <translation>so steht es in der Quittung der Zentrale</translation>
    </message>
    <message>
        <source>the centre holds other events of this device</source>
        <translation>die Zentrale hat andere Einträge dieses Geräts</translation>
    </message>
    <message>
        <source>it does not say that the log before this one was taken in</source>
        <translation>sie sagt nicht, dass das vorige Protokoll übernommen wurde</translation>
    </message>
    <message>
        <source>it is for another bundle</source>
        <translation>sie gilt für ein anderes Bündel</translation>
    </message>
    <message>
        <source>it is for another tablet or trial</source>
        <translation>sie gilt für ein anderes Tablet oder eine andere Studie</translation>
    </message>
    <message>
        <source>its signature is not genuine</source>
        <translation>die Signatur ist nicht echt</translation>
    </message>
    <message>
        <source>it is incomplete</source>
        <translation>sie ist unvollständig</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>sie hat nicht die vereinbarte Form</translation>
    </message>
    <message>
        <source>it is not written in the agreed form</source>
        <translation>sie ist nicht in der vereinbarten Form geschrieben</translation>
    </message>
    <message>
        <source>it has missing or unexpected fields</source>
        <translation>Angaben fehlen oder sind unerwartet</translation>
    </message>
    <message>
        <source>it has a format this program does not know</source>
        <translation>dieses Programm kennt das Format nicht</translation>
    </message>
    <message>
        <source>it is not the file its name says</source>
        <translation>es ist nicht die Datei, die der Name nennt</translation>
    </message>
    <message>
        <source>it is not signed by the root key this tablet was set up with</source>
        <translation>es ist nicht mit dem Wurzelschlüssel signiert, mit dem dieses Tablet eingerichtet wurde</translation>
    </message>
    <message>
        <source>it names another trial</source>
        <translation>es nennt eine andere Studie</translation>
    </message>
    <message>
        <source>it names another site</source>
        <translation>es nennt ein anderes Zentrum</translation>
    </message>
    <message>
        <source>it names another centre</source>
        <translation>es nennt eine andere Zentrale</translation>
    </message>
    <message>
        <source>nothing can be sealed to its recipient</source>
        <translation>für seinen Empfänger lässt sich nichts versiegeln</translation>
    </message>
    <message>
        <source>its answer is {}, which is not one of ours</source>
        <translation>die Antwort ist {}, und das ist keine der unseren</translation>
    </message>
    <message>
        <source>it holds more than {} files</source>
        <translation>es enthält mehr als {} Dateien</translation>
    </message>
    <message>
        <source>it is larger than {} bytes</source>
        <translation>es ist größer als {} Bytes</translation>
    </message>
    <message>
        <source>the centre holds an event {} that this device does not have</source>
        <translation>die Zentrale hat einen Eintrag {}, den dieses Gerät nicht hat</translation>
    </message>
    <message>
        <source>it is for {}, and this is {}</source>
        <translation>es ist für {}, und dies ist {}</translation>
    </message>
    <message>
        <source>its answer is not a list of files</source>
        <translation>die Antwort ist keine Liste von Dateien</translation>
    </message>
    <message>
        <source>it did not confirm what was sent</source>
        <translation>es hat nicht bestätigt, was gesendet wurde</translation>
    </message>
    <message>
        <source>its list of files has no end</source>
        <translation>die Liste der Dateien nimmt kein Ende</translation>
    </message>
    <message>
        <source>take data out in open files</source>
        <translation>Daten in offenen Dateien mitnehmen</translation>
    </message>
    <message>
        <source>Data taken out</source>
        <translation>Daten entnommen</translation>
    </message>
    <message>
        <source>scan of a paper form</source>
        <translation>Scan eines Papierbogens</translation>
    </message>
    <message>
        <source>{seq} of tablet {device}</source>
        <translation>{seq} von Tablet {device}</translation>
    </message>
    <message>
        <source>Tablet leaves the site</source>
        <translation>Tablet verlässt das Zentrum</translation>
    </message>
    <message>
        <source>close this device for another site</source>
        <translation>dieses Gerät für ein anderes Zentrum schließen</translation>
    </message>
</context>
<context>
    <name>scales</name>
    <message>
        <source>Abdominal pain</source>
        <translation>Bauchschmerz</translation>
    </message>
    <message>
        <source>Appetite loss</source>
        <translation>Appetitverlust</translation>
    </message>
    <message>
        <source>Body image problems</source>
        <translation>Belastung durch das Aussehen</translation>
    </message>
    <message>
        <source>Cognitive functioning</source>
        <translation>Denken und Merken</translation>
    </message>
    <message>
        <source>Constipation</source>
        <translation>Verstopfung</translation>
    </message>
    <message>
        <source>Diarrhoea</source>
        <translation>Durchfall</translation>
    </message>
    <message>
        <source>Disease-related worries</source>
        <translation>Sorgen um die Krankheit</translation>
    </message>
    <message>
        <source>Dyspnoea</source>
        <translation>Atemnot</translation>
    </message>
    <message>
        <source>Emotional functioning</source>
        <translation>Seelisches Befinden</translation>
    </message>
    <message>
        <source>Endocrine symptoms</source>
        <translation>Hormonelle Beschwerden</translation>
    </message>
    <message>
        <source>Fatigue</source>
        <translation>Erschöpfung</translation>
    </message>
    <message>
        <source>Financial difficulties</source>
        <translation>Geldsorgen</translation>
    </message>
    <message>
        <source>Flushing burden</source>
        <translation>Last durch Flush</translation>
    </message>
    <message>
        <source>Gastrointestinal symptoms</source>
        <translation>Magen-Darm-Beschwerden</translation>
    </message>
    <message>
        <source>Global health and quality of life</source>
        <translation>Gesundheit und Lebensqualität insgesamt</translation>
    </message>
    <message>
        <source>Information problems</source>
        <translation>Probleme mit Auskünften</translation>
    </message>
    <message>
        <source>Insomnia</source>
        <translation>Schlafstörung</translation>
    </message>
    <message>
        <source>Muscle and bone pain</source>
        <translation>Muskel- und Knochenschmerz</translation>
    </message>
    <message>
        <source>Nausea and vomiting</source>
        <translation>Übelkeit und Erbrechen</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Schmerz</translation>
    </message>
    <message>
        <source>Physical functioning</source>
        <translation>Körperliche Leistung</translation>
    </message>
    <message>
        <source>Role functioning</source>
        <translation>Arbeit und Alltag</translation>
    </message>
    <message>
        <source>Sexual problems</source>
        <translation>Sexuelle Probleme</translation>
    </message>
    <message>
        <source>Social functioning</source>
        <translation>Familie und Umfeld</translation>
    </message>
    <message>
        <source>Social problems</source>
        <translation>Soziale Probleme</translation>
    </message>
    <message>
        <source>Stool burden</source>
        <translation>Last durch Stuhlgang</translation>
    </message>
    <message>
        <source>Summary score</source>
        <translation>Gesamtwert</translation>
    </message>
    <message>
        <source>Treatment-related symptoms</source>
        <translation>Beschwerden durch die Behandlung</translation>
    </message>
    <message>
        <source>Treatment-related symptoms (without weight gain)</source>
        <translation>Beschwerden durch die Behandlung (ohne Gewichtszunahme)</translation>
    </message>
    <message>
        <source>Weight gain</source>
        <translation>Gewichtszunahme</translation>
    </message>
    <message>
        <source>Wheezing</source>
        <translation>Pfeifende Atmung</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>Name and passphrase do not match. Check both and try again.</source>
        <translation>Name und Kennsatz passen nicht zusammen. Bitte beides prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The pack {path} is older than what is in force here: it is version {version}, and version {known} was taken in before. Nothing was changed.</source>
        <translation>Das Paket {path} ist älter als das, was hier gilt: es hat Version {version}, und Version {known} wurde schon übernommen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The pack {path} is not meant for this tablet: {why}. Nothing was changed.</source>
        <translation>Das Paket {path} ist nicht für dieses Tablet bestimmt: {why}. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The pack {path} was refused, because its content cannot be used: {findings}. Ask the coordinating centre for a mended one.</source>
        <translation>Das Paket {path} wurde abgelehnt, weil sein Inhalt nicht verwendet werden kann: {findings}. Bitte von der Studienzentrale ein berichtigtes anfordern.</translation>
    </message>
    <message>
        <source>The file {path} is not the one the coordinating centre signed. Delete that file and start again; the signed one is put back.</source>
        <translation>Die Datei {path} ist nicht die, die die Studienzentrale unterschrieben hat. Bitte diese Datei löschen und neu starten; die unterschriebene wird wieder hingelegt.</translation>
    </message>
    <message>
        <source>The welcome {path} was refused: {why}. Make a new one on the tablet of the site that works already.</source>
        <translation>Der Willkommensbrief {path} wurde abgelehnt: {why}. Bitte auf dem Tablet, das schon arbeitet, einen neuen erstellen.</translation>
    </message>
    <message>
        <source>The welcome {path} is not meant for this tablet: {why}. Make a new one for what 'retnet-pro site join' shows here.</source>
        <translation>Der Willkommensbrief {path} ist nicht für dieses Tablet bestimmt: {why}. Bitte einen neuen erstellen für das, was 'retnet-pro site join' hier zeigt.</translation>
    </message>
    <message>
        <source>The recipient {recipient} was let in before, and each is used once. Begin again on the new tablet with 'retnet-pro site join'.</source>
        <translation>Der Empfänger {recipient} wurde schon eingelassen, und jeder gilt nur einmal. Bitte auf dem neuen Tablet mit 'retnet-pro site join' neu beginnen.</translation>
    </message>
    <message>
        <source>This tablet has not asked to join a site ({path}). Begin with 'retnet-pro site join' and the centre's trust pack.</source>
        <translation>Dieses Tablet hat nicht um Aufnahme gebeten ({path}). Bitte mit 'retnet-pro site join' und dem Vertrauenspaket der Studienzentrale beginnen.</translation>
    </message>
    <message>
        <source>This tablet waits for no recovery: it has not asked, or the answer was used already. Ask with 'retnet-pro site ask-recovery' first.</source>
        <translation>Dieses Tablet wartet auf keine Wiederherstellung: Es hat nicht gefragt, oder die Antwort wurde schon benutzt. Bitte zuerst mit 'retnet-pro site ask-recovery' fragen.</translation>
    </message>
    <message>
        <source>The check digits typed are not those of {what}. Nothing was done; read them again from the other screen, and if they still differ, trust neither.</source>
        <translation>Die eingegebenen Prüfziffern sind nicht die von {what}. Nichts wurde getan; bitte noch einmal vom anderen Bildschirm ablesen. Weichen sie weiter ab, keinem von beiden trauen.</translation>
    </message>
    <message>
        <source>The tablet {device} was closed at this centre on {at}. What comes from it since is put in quarantine and not opened.</source>
        <translation>Das Tablet {device} wurde bei dieser Studienzentrale am {at} geschlossen. Was seitdem von ihm kommt, wird beiseitegelegt und nicht geöffnet.</translation>
    </message>
    <message>
        <source>This centre holds no sealed copy of the site key from the tablet {device}. Take in a bundle of that tablet first, or use another tablet of the site.</source>
        <translation>Diese Studienzentrale hat keine versiegelte Kopie des Schlüssels vom Tablet {device}. Bitte zuerst ein Bündel dieses Tablets annehmen oder ein anderes Tablet des Zentrums nehmen.</translation>
    </message>
    <message>
        <source>The ceremony stopped: {why}. No keys are in use; begin again with a new folder.</source>
        <translation>Die Zeremonie wurde abgebrochen: {why}. Keine Schlüssel sind in Gebrauch; bitte mit einem neuen Ordner neu beginnen.</translation>
    </message>
    <message>
        <source>Too many failed attempts for this name. Wait {seconds} seconds and try again.</source>
        <translation>Zu viele Fehlversuche für diesen Namen. Bitte {seconds} Sekunden warten und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This device's own secret is missing ({place}), so no passphrase can open the site here. Ask the coordinator to enrol this device again.</source>
        <translation>Das Geheimnis dieses Geräts fehlt ({place}); kein Kennsatz kann das Zentrum hier öffnen. Bitte die Koordination, das Gerät neu anzumelden.</translation>
    </message>
    <message>
        <source>The role '{role}' may not {action}. Ask a colleague whose role may.</source>
        <translation>Die Rolle '{role}' darf das nicht ({action}). Bitte jemanden fragen, dessen Rolle es darf.</translation>
    </message>
    <message>
        <source>The disk is full at {path}. Everything confirmed so far is safe. Free some space, then try again.</source>
        <translation>Der Speicher ist voll: {path}. Alles bisher Bestätigte ist sicher. Bitte Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk at {path} did not accept the data ({why}). Everything confirmed so far is safe. Call the nurse or your IT department, then try again.</source>
        <translation>Der Speicher {path} hat die Daten nicht angenommen ({why}). Alles bisher Bestätigte ist sicher. Bitte die Pflege oder die IT rufen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is no participant {subject} at this site. Check the study code.</source>
        <translation>An diesem Zentrum gibt es niemanden mit dem Code {subject}. Bitte den Studiencode prüfen.</translation>
    </message>
    <message>
        <source>Participant {subject} is enrolled already. Open the participant from the list.</source>
        <translation>{subject} ist schon aufgenommen. Bitte aus der Liste öffnen.</translation>
    </message>
    <message>
        <source>'{subject}' is not a study code of this site, such as {example}: {why}. Type it again from the enrolment sheet.</source>
        <translation>'{subject}' ist kein Studiencode dieses Zentrums, wie etwa {example}: {why}. Bitte noch einmal vom Aufnahmebogen abschreiben.</translation>
    </message>
    <message>
        <source>The study has no time point '{time_point}' for this participant. Choose one from the list.</source>
        <translation>Die Studie hat für diese Person keinen Zeitpunkt '{time_point}'. Bitte einen aus der Liste wählen.</translation>
    </message>
    <message>
        <source>There is no open questionnaire with id {session} on this device. Start it again from Today.</source>
        <translation>Auf diesem Gerät ist kein offener Fragebogen mit der Kennung {session}. Bitte auf der Seite Heute neu beginnen.</translation>
    </message>
    <message>
        <source>More than {most} events fit this filter, too many for paper. Narrow the filter, or export the trail as a table.</source>
        <translation>Zu diesem Filter passen mehr als {most} Ereignisse, zu viele für Papier. Bitte den Filter enger fassen oder den Prüfpfad als Tabelle ausgeben.</translation>
    </message>
    <message>
        <source>Everything on this device has been sent and received. There is nothing to export.</source>
        <translation>Alles auf diesem Gerät ist gesendet und quittiert. Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>No words were read from {path}: {why}. Nothing was written. Mend the source and run the command again.</source>
        <translation>Aus {path} wurde kein Wortlaut gelesen: {why}. Es wurde nichts geschrieben. Bitte die Quelle berichtigen und den Befehl noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The words of '{form}' in language '{language}' stay here: {why}. Nothing was written. Leave the language out, which gives topics and codes; where the owner lets the words leave, the licence in their wording has to say so.</source>
        <translation>Der Wortlaut von '{form}' in der Sprache '{language}' bleibt hier: {why}. Es wurde nichts geschrieben. Bitte die Sprache weglassen, dann stehen Themen und Codes da; wo der Inhaber den Wortlaut hinauslässt, muss es die Lizenz im Wortlaut sagen.</translation>
    </message>
    <message>
        <source>There is no complete wording of '{form}' in language '{language}'. Choose another language or import the wording pack.</source>
        <translation>Für '{form}' gibt es keinen vollständigen Wortlaut in der Sprache '{language}'. Bitte eine andere Sprache wählen oder das Wortlautpaket einlesen.</translation>
    </message>
    <message>
        <source>No typeface on this computer has all letters of: {text}. Install one that covers the language, and try again; nothing was printed.</source>
        <translation>Keine Schrift auf diesem Rechner hat alle Zeichen von: {text}. Bitte eine Schrift installieren, die diese Sprache abdeckt, und erneut versuchen; es wurde nichts gedruckt.</translation>
    </message>
    <message>
        <source>'{form}' cannot be printed in language '{language}': {why}. Nothing was printed; use the tablet.</source>
        <translation>'{form}' kann in der Sprache '{language}' nicht gedruckt werden: {why}. Es wurde nichts gedruckt; bitte das Tablet verwenden.</translation>
    </message>
    <message>
        <source>The wording of '{form}' in language '{language}' here is demonstration wording and not valid for a study. Import the licensed wording pack first.</source>
        <translation>Der Wortlaut von '{form}' in der Sprache '{language}' ist Demonstrationswortlaut und für eine Studie nicht gültig. Bitte zuerst das lizenzierte Wortlautpaket einlesen.</translation>
    </message>
    <message>
        <source>The owner of the wording of '{form}' in language '{language}' has not approved its screens, or approved other words. Have them approved with a book made by 'retnet-pro screens', then import the wording pack that carries the approval.</source>
        <translation>Der Eigentümer des Wortlauts von '{form}' in der Sprache '{language}' hat die Bildschirmseiten nicht freigegeben oder einen anderen Wortlaut freigegeben. Bitte mit einem Buch aus 'retnet-pro screens' freigeben lassen und dann das Wortlautpaket mit der Freigabe einlesen.</translation>
    </message>
    <message>
        <source>Parts of '{form}' are not certain yet. A coordinator must compare them with the licensed scoring sheet and confirm them with 'retnet-pro site confirm-form' first.</source>
        <translation>Teile von '{form}' sind noch nicht gesichert. Die Koordination muss sie zuerst mit dem lizenzierten Auswertungsblatt vergleichen und mit 'retnet-pro site confirm-form' bestätigen.</translation>
    </message>
    <message>
        <source>The receipt {path} is not a valid receipt for this tablet: {why}. The data stay unsent; fetch the receipt again.</source>
        <translation>Die Quittung {path} ist für dieses Tablet nicht gültig: {why}. Die Daten gelten weiter als nicht gesendet; bitte die Quittung noch einmal holen.</translation>
    </message>
    <message>
        <source>{place} cannot be reached ({why}). The data stay safe here; check the stick, folder or network and try again.</source>
        <translation>{place} ist nicht erreichbar ({why}). Die Daten bleiben hier sicher; bitte Stick, Ordner oder Netz prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({why}). Everything confirmed so far is safe. Start the program again; if it happens again, call the coordinating centre.</source>
        <translation>Etwas ging schief, das nicht schiefgehen darf ({why}). Alles bisher Bestätigte ist sicher. Bitte das Programm neu starten; geschieht es wieder, die Zentrale anrufen.</translation>
    </message>
    <message>
        <source>{subject} began this questionnaire more than {hours} hours ago, so it cannot go on. Close it as partial on the page Today; the answers so far are kept.</source>
        <translation>{subject} hat diesen Fragebogen vor mehr als {hours} Stunden begonnen, er kann nicht fortgesetzt werden. Bitte auf der Seite Heute als Teil schließen; die bisherigen Antworten bleiben erhalten.</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess: {why}. Choose at least {minimum} characters, for example several unrelated words.</source>
        <translation>Dieser Kennsatz ist zu leicht zu erraten: {why}. Bitte mindestens {minimum} Zeichen wählen, zum Beispiel mehrere Wörter ohne Zusammenhang.</translation>
    </message>
    <message>
        <source>The name '{user}' is or was in use on this device, and a name is never given twice. Choose another.</source>
        <translation>Der Name „{user}“ ist oder war auf diesem Gerät vergeben, und ein Name wird nie zweimal vergeben. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>Nobody called '{user}' may log in on this device. Choose a name from the list.</source>
        <translation>Auf diesem Gerät darf sich niemand namens „{user}“ anmelden. Bitte einen Namen aus der Liste wählen.</translation>
    </message>
    <message>
        <source>There is no site in {path}. Set it up first with 'retnet-pro site found', or look around with 'retnet-pro demo'.</source>
        <translation>In {path} ist kein Zentrum eingerichtet. Bitte zuerst mit 'retnet-pro site found' einrichten oder mit 'retnet-pro demo' umsehen.</translation>
    </message>
    <message>
        <source>The site in {path} is open in another window or program. Close that one first, then try again.</source>
        <translation>Das Zentrum in {path} ist in einem anderen Fenster oder Programm geöffnet. Bitte dieses zuerst schließen und es dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The site in {path} was written by a newer version of this program (format {found}, this one knows {known}). Update the program; nothing was changed.</source>
        <translation>Die Daten in {path} hat eine neuere Version dieses Programms geschrieben (Format {found}, diese kennt {known}). Bitte das Programm aktualisieren; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The site in {path} is damaged: {why}. Do not use it further; keep the file and call the coordinating centre.</source>
        <translation>Die Daten in {path} sind beschädigt: {why}. Bitte nicht weiter benutzen, die Datei aufbewahren und die Studienzentrale anrufen.</translation>
    </message>
    <message>
        <source>{subject} has an interrupted questionnaire of this visit. Continue it, or close it as partial, on the page Today first.</source>
        <translation>Für {subject} gibt es zu diesem Termin einen unterbrochenen Fragebogen. Bitte ihn zuerst auf der Seite Heute fortsetzen oder als Teil schließen.</translation>
    </message>
    <message>
        <source>{subject} has nothing to answer at '{time_point}': everything is done, or the participant is no longer asked.</source>
        <translation>{subject} hat bei „{time_point}“ nichts zu beantworten: alles ist erledigt, oder die Person wird nicht mehr befragt.</translation>
    </message>
    <message>
        <source>'{form}' or its wording was changed since {subject} began it, so it cannot go on. Close it as partial on the page Today; the answers so far are kept.</source>
        <translation>„{form}“ oder sein Wortlaut wurde geändert, seit {subject} begonnen hat; der Fragebogen kann nicht fortgesetzt werden. Bitte auf der Seite Heute als Teil schließen; die bisherigen Antworten bleiben erhalten.</translation>
    </message>
    <message>
        <source>Record {seq} in {path} cannot be read: {why}. Keep the file as it is and call the coordinating centre.</source>
        <translation>Eintrag {seq} in {path} kann nicht gelesen werden: {why}. Bitte die Datei lassen, wie sie ist, und die Studienzentrale anrufen.</translation>
    </message>
    <message>
        <source>The record in {path} does not hold together from event {seq} on: {why}. Keep the file as it is and call the coordinating centre.</source>
        <translation>Die Aufzeichnung in {path} stimmt ab Eintrag {seq} nicht: {why}. Bitte die Datei lassen, wie sie ist, und die Studienzentrale anrufen.</translation>
    </message>
    <message>
        <source>{what} cannot be opened with this key, or it was changed on the way. Ask the sender to send it again.</source>
        <translation>{what} lässt sich mit diesem Schlüssel nicht öffnen, oder es wurde unterwegs verändert. Bitte noch einmal senden lassen.</translation>
    </message>
    <message>
        <source>The content of {what} is not in the agreed form: {why}. It was set aside, nothing else is affected.</source>
        <translation>Der Inhalt von {what} hat nicht die vereinbarte Form: {why}. Er wurde beiseitegelegt, sonst ist nichts betroffen.</translation>
    </message>
    <message>
        <source>The centre holds another history of this device ({why}). Start no new questionnaire on this device and call the coordinating centre.</source>
        <translation>Die Zentrale hat eine andere Geschichte dieses Geräts ({why}). Bitte keinen neuen Fragebogen auf diesem Gerät beginnen und die Studienzentrale anrufen.</translation>
    </message>
    <message>
        <source>The pack {path} was refused: {why}. Ask the coordinating centre for a new one.</source>
        <translation>Das Paket {path} wurde abgelehnt: {why}. Bitte von der Studienzentrale ein neues anfordern.</translation>
    </message>
    <message>
        <source>The pack {path} expired on {expired}. Ask the coordinating centre for a new one.</source>
        <translation>Das Paket {path} ist am {expired} abgelaufen. Bitte von der Studienzentrale ein neues anfordern.</translation>
    </message>
    <message>
        <source>There is no form called '{form}' here. Known forms: {known}.</source>
        <translation>Hier gibt es kein Formular namens „{form}“. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>{path} exists already and is not overwritten. Choose another name or move it away.</source>
        <translation>{path} gibt es schon und wird nicht überschrieben. Bitte einen anderen Namen wählen oder es verschieben.</translation>
    </message>
    <message>
        <source>The file or folder {path} does not exist. Check the path and try again.</source>
        <translation>Die Datei oder der Ordner {path} ist nicht da. Bitte den Pfad prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The record in {path} is older than it was: event {seq}, which it held, is not in it. If the file was put back from a copy, restore it as a new device with 'retnet-pro site restore'; otherwise keep it as it is and call the coordinating centre.</source>
        <translation>Die Aufzeichnung in {path} ist älter, als sie war: Eintrag {seq}, den sie enthielt, fehlt. Wurde die Datei aus einer Kopie zurückgelegt, bitte mit 'retnet-pro site restore' als neues Gerät wiederherstellen; sonst die Datei lassen, wie sie ist, und die Studienzentrale anrufen.</translation>
    </message>
    <message>
        <source>'{user}' cannot be used as an account name: {why}. Nothing was changed; choose another.</source>
        <translation>„{user}“ kann kein Kontoname sein: {why}. Es wurde nichts geändert; bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>{most} people can log in on this device, and there is no room for more. Remove somebody who no longer works here first.</source>
        <translation>{most} Personen können sich auf diesem Gerät anmelden, mehr haben nicht Platz. Bitte zuerst jemanden entfernen, der nicht mehr hier arbeitet.</translation>
    </message>
    <message>
        <source>Nobody removes themselves or gives themselves a forgotten passphrase. Ask a colleague who may manage staff.</source>
        <translation>Niemand entfernt sich selbst oder gibt sich selbst einen vergessenen Kennsatz. Bitte jemanden fragen, der das Team betreut.</translation>
    </message>
    <message>
        <source>The new passphrase is the old one. Nothing was changed; choose another.</source>
        <translation>Der neue Kennsatz ist der alte. Es wurde nichts geändert; bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>A new key could not be passed on to {users}, so the key was not changed. Give a new passphrase to each of them (your own you change yourself), then try again.</source>
        <translation>Ein neuer Schlüssel könnte nicht weitergegeben werden an: {users}. Darum wurde er nicht gewechselt. Bitte jeder dieser Personen einen neuen Kennsatz geben (den eigenen ändern Sie selbst), dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The key of the site was changed, and the new one could not be passed on to you. Ask a colleague who may manage staff to give you a new passphrase.</source>
        <translation>Der Schlüssel des Zentrums wurde gewechselt, und der neue konnte nicht an Sie weitergegeben werden. Bitte jemanden, der das Team betreut, Ihnen einen neuen Kennsatz zu geben.</translation>
    </message>
    <message>
        <source>No place for backups is set on this device. Choose one on the page Safe &amp; sent, or with 'retnet-pro site backup'.</source>
        <translation>Auf diesem Gerät ist kein Ort für Sicherungen festgelegt. Bitte auf der Seite „Alles sicher?“ oder mit 'retnet-pro site backup' einen wählen.</translation>
    </message>
    <message>
        <source>The backup {path} cannot be used: {why}. Nothing was changed. Take another backup or the right key.</source>
        <translation>Die Sicherung {path} kann nicht benutzt werden: {why}. Es wurde nichts geändert. Bitte eine andere Sicherung oder den richtigen Schlüssel nehmen.</translation>
    </message>
    <message>
        <source>{subject} began this questionnaire on the device before this one, so it cannot go on here. Close it as partial on the page Today; the answers so far are kept.</source>
        <translation>{subject} hat diesen Fragebogen auf dem Gerät vor diesem begonnen; er kann hier nicht weitergehen. Bitte auf der Seite Heute als unvollständig schließen; die bisherigen Antworten bleiben erhalten.</translation>
    </message>
    <message>
        <source>Everything about {subject} was erased by order on {at} (event {seq}). The study code is not used again.</source>
        <translation>Alles zu {subject} wurde am {at} auf Anordnung gelöscht (Ereignis {seq}). Der Studiencode wird nicht wieder verwendet.</translation>
    </message>
    <message>
        <source>{subject} has not withdrawn, so there is nothing to take back.</source>
        <translation>{subject} hat die Einwilligung nicht widerrufen; es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>{day} has not come yet; today is {today}. Choose a day up to today.</source>
        <translation>Der {day} ist noch nicht gekommen; heute ist der {today}. Wählen Sie einen Tag bis heute.</translation>
    </message>
    <message>
        <source>Write down why in a few words; nothing was recorded.</source>
        <translation>Schreiben Sie in wenigen Worten, warum; nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>An erasure needs the name of who ordered it and the reference of the written order. Nothing was erased.</source>
        <translation>Eine Löschung braucht den Namen dessen, der sie angeordnet hat, und das Aktenzeichen der schriftlichen Anordnung. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Type the study code {subject} to confirm. Nothing was erased.</source>
        <translation>Tippen Sie zur Bestätigung den Studiencode {subject} ein. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Nothing about {subject} is left here to erase.</source>
        <translation>Zu {subject} ist hier nichts mehr zu löschen.</translation>
    </message>
    <message>
        <source>The program itself does not speak '{language}' completely ({count} texts are missing). Choose another language.</source>
        <translation>Das Programm selbst spricht '{language}' nicht vollständig ({count} Texte fehlen). Wählen Sie eine andere Sprache.</translation>
    </message>
    <message>
        <source>No native speaker has reviewed what the program itself says in '{language}', so it goes with demonstration wording only. Choose another language.</source>
        <translation>Niemand mit '{language}' als Muttersprache hat die Texte des Programms geprüft; sie gehen nur mit Demonstrationstext. Wählen Sie eine andere Sprache.</translation>
    </message>
    <message>
        <source>This tablet cannot draw all letters of '{language}' (e.g. {characters}). Install the typeface {package}, or choose another language.</source>
        <translation>Dieses Tablet kann nicht alle Zeichen von '{language}' darstellen (z. B. {characters}). Installieren Sie die Schrift {package}, oder wählen Sie eine andere Sprache.</translation>
    </message>
    <message>
        <source>That questionnaire of {subject} is not here as a finished one, or it was erased. Open the participant's page again.</source>
        <translation>Diesen Fragebogen von {subject} gibt es hier nicht als abgeschlossenen, oder er wurde gelöscht. Öffnen Sie die Seite noch einmal.</translation>
    </message>
    <message>
        <source>This device does not have '{form}' in the very form that was answered, so nothing in it can be corrected here. Ask the coordinating centre for that form.</source>
        <translation>Dieses Gerät hat „{form}“ nicht genau in der beantworteten Fassung; darum kann hier nichts berichtigt werden. Fragen Sie beim Koordinationszentrum nach dieser Fassung.</translation>
    </message>
    <message>
        <source>The question {item} was not asked: an earlier answer hid it. Correct that answer first.</source>
        <translation>Die Frage {item} wurde nicht gestellt: Eine frühere Antwort hat sie ausgeblendet. Berichtigen Sie zuerst jene Antwort.</translation>
    </message>
    <message>
        <source>The form has no such answer to the question {item}. Choose one from the list.</source>
        <translation>Der Fragebogen kennt diese Antwort auf die Frage {item} nicht. Wählen Sie eine aus der Liste.</translation>
    </message>
    <message>
        <source>That is what stands there already ({item}). Nothing was recorded.</source>
        <translation>Das steht dort bereits ({item}). Nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>The licence for the wording of '{form}' in language '{language}' ended on {expired}. Ask the coordinating centre to have it renewed, then import the wording pack that carries the new licence.</source>
        <translation>Die Lizenz für den Wortlaut von '{form}' in der Sprache '{language}' ist am {expired} abgelaufen. Bitte die Zentrale um Verlängerung bitten und dann das Wortlautpaket mit der neuen Lizenz einlesen.</translation>
    </message>
    <message>
        <source>The pack {path} was not taken in, because the centre's trust pack on this tablet ended on {expired}. Take in a new trust pack of the coordinating centre first. Questionnaires and bundles go on.</source>
        <translation>Das Paket {path} wurde nicht eingelesen, weil das Vertrauenspaket der Zentrale auf diesem Tablet nur bis {expired} galt. Bitte zuerst ein neues Vertrauenspaket der Zentrale einlesen. Befragungen und Sendungen gehen weiter.</translation>
    </message>
    <message>
        <source>The study file does not ask for the form '{form}'. Choose one from the participant's list.</source>
        <translation>Die Studiendatei sieht den Bogen „{form}“ nicht vor. Wählen Sie einen aus der Liste der Teilnehmerin oder des Teilnehmers.</translation>
    </message>
    <message>
        <source>{subject} is not randomised yet, and this form can only follow randomisation. Record the randomisation first.</source>
        <translation>{subject} ist noch nicht randomisiert, und dieser Bogen kann nur danach kommen. Erfassen Sie zuerst die Randomisierung.</translation>
    </message>
    <message>
        <source>{subject} has this form already, and there is only one of it. Open the one in the list and correct it there.</source>
        <translation>{subject} hat diesen Bogen schon, und es gibt ihn nur einmal. Öffnen Sie den in der Liste und berichtigen Sie ihn dort.</translation>
    </message>
    <message>
        <source>{subject} withdrew on {withdrew}. Only forms about a day up to then can still be filled in. Check the date of this form, or set the form aside.</source>
        <translation>{subject} hat die Einwilligung am {withdrew} widerrufen. Nur Bögen über einen Tag bis dahin können noch ausgefüllt werden. Prüfen Sie das Datum dieses Bogens, oder legen Sie ihn beiseite.</translation>
    </message>
    <message>
        <source>This form of {subject} is not open any more. Go back to the list of forms; nothing was changed.</source>
        <translation>Dieser Bogen von {subject} ist nicht mehr offen. Gehen Sie zurück zur Liste der Bögen; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The form '{form}' was changed since it was begun, so it cannot go on. Set it aside and begin it again.</source>
        <translation>Der Bogen „{form}“ wurde geändert, seit er begonnen wurde; er kann nicht weitergehen. Legen Sie ihn beiseite und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>The form cannot be closed yet: {count} things are missing or asked. They are marked beside their items.</source>
        <translation>Der Bogen kann noch nicht abgeschlossen werden: {count} Stellen fehlen oder sind offen. Sie sind neben den Fragen markiert.</translation>
    </message>
    <message>
        <source>{day} lies before the enrolment on {enrolled}. Compare the day with the source document and choose it again.</source>
        <translation>{day} liegt vor der Aufnahme am {enrolled}. Vergleichen Sie den Tag mit dem Quelldokument und wählen Sie ihn neu.</translation>
    </message>
    <message>
        <source>This participant is not randomised yet. Somebody who may see the arm records the randomisation first.</source>
        <translation>Diese Person ist noch nicht randomisiert. Wer den Arm sehen darf, trägt zuerst die Randomisierung ein.</translation>
    </message>
    <message>
        <source>{day} lies before the randomisation on {randomised}. Compare the day with the source document and choose it again.</source>
        <translation>{day} liegt vor der Randomisierung am {randomised}. Vergleichen Sie den Tag mit dem Quelldokument und wählen Sie ihn neu.</translation>
    </message>
    <message>
        <source>{day} lies after the death on {died}. Compare both days with the source documents and choose again.</source>
        <translation>{day} liegt nach dem Tod am {died}. Vergleichen Sie beide Tage mit den Quelldokumenten und wählen Sie neu.</translation>
    </message>
    <message>
        <source>{day} cannot be the day of death: the record tells of this participant up to {last}. Compare the day with the source document and choose it again.</source>
        <translation>{day} kann nicht der Todestag sein: Die Aufzeichnung berichtet von dieser Person bis {last}. Vergleichen Sie den Tag mit dem Quelldokument und wählen Sie ihn neu.</translation>
    </message>
    <message>
        <source>This is recorded already, for {day}. Nothing was added.</source>
        <translation>Das ist schon eingetragen, für {day}. Es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>'{value}' is no value for '{fact}'. Choose one from the list.</source>
        <translation>'{value}' ist kein Wert für '{fact}'. Wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>Nobody is randomised to '{arm}' in this study now. Choose the arm again from the randomisation sheet, or call the coordinating centre.</source>
        <translation>Zu '{arm}' wird in dieser Studie jetzt niemand randomisiert. Wählen Sie den Arm laut Randomisierungsblatt neu oder rufen Sie das Koordinationszentrum an.</translation>
    </message>
    <message>
        <source>{subject} has no alert '{rule}' of this questionnaire. Open the list of alerts again; nothing was recorded.</source>
        <translation>{subject} hat keine Warnung „{rule}“ zu diesem Fragebogen. Öffnen Sie die Liste der Warnungen erneut; es wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>{subject} has nothing to sign at '{milestone}'. Open the list of signatures again.</source>
        <translation>{subject} hat bei „{milestone}“ nichts zu unterschreiben. Öffnen Sie die Liste der Unterschriften erneut.</translation>
    </message>
    <message>
        <source>Nothing waits for a signature at '{milestone}' of {subject}. Nothing was signed.</source>
        <translation>Bei „{milestone}“ von {subject} wartet nichts auf eine Unterschrift. Es wurde nichts unterschrieben.</translation>
    </message>
    <message>
        <source>Something about {subject} was recorded while this page was open. Nothing was signed; look at it again, then sign.</source>
        <translation>Zu {subject} wurde etwas aufgezeichnet, während diese Seite offen war. Es wurde nichts unterschrieben; sehen Sie es noch einmal an und unterschreiben Sie dann.</translation>
    </message>
    <message>
        <source>Confirm the statement about your signature first. Nothing was signed.</source>
        <translation>Bestätigen Sie zuerst die Erklärung zu Ihrer Unterschrift. Es wurde nichts unterschrieben.</translation>
    </message>
    <message>
        <source>The backup to {place} was not finished: the place did not answer in time, or this device went off. Nothing was lost. See that the place can be reached, then back up once more.</source>
        <translation>Die Sicherung nach {place} wurde nicht fertig: Der Ort antwortete nicht rechtzeitig, oder dieses Gerät ging aus. Nichts ist verloren. Bitte prüfen, ob der Ort erreichbar ist, und dann noch einmal sichern.</translation>
    </message>
    <message>
        <source>That is where it stands already ({subject}). Nothing was recorded.</source>
        <translation>Dort steht es bereits ({subject}). Nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>Where this belongs is being decided already ({subject}). Nothing was recorded; wait for the second person.</source>
        <translation>Wohin dies gehört, wird bereits entschieden ({subject}). Nichts wurde festgehalten; warten Sie auf die zweite Person.</translation>
    </message>
    <message>
        <source>Nothing waits to be decided here any more. Open the participant's page again.</source>
        <translation>Hier wartet nichts mehr auf eine Entscheidung. Öffnen Sie die Seite noch einmal.</translation>
    </message>
    <message>
        <source>This needs two people, and you were the first. Ask a colleague to log in and do it.</source>
        <translation>Das braucht zwei Personen, und Sie waren die erste. Bitten Sie jemanden aus dem Team, sich anzumelden und es zu tun.</translation>
    </message>
    <message>
        <source>No paper form waits for this any more. Open the participant's page again.</source>
        <translation>Hier wartet kein Papierbogen mehr. Öffnen Sie die Seite noch einmal.</translation>
    </message>
    <message>
        <source>Some questions were read differently and are still open. Look at the paper and choose for each of them.</source>
        <translation>Einige Fragen wurden verschieden gelesen und sind noch offen. Sehen Sie auf dem Papier nach und wählen Sie für jede.</translation>
    </message>
    <message>
        <source>This file is no PDF, PNG or JPEG, or larger than 2 MB. Scan the paper again, smaller; nothing was recorded.</source>
        <translation>Diese Datei ist kein PDF, PNG oder JPEG oder größer als 2 MB. Scannen Sie das Papier noch einmal, kleiner; nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>{day} lies before the enrolment on {enrolled}. Look at the date on the paper again.</source>
        <translation>{day} liegt vor der Aufnahme am {enrolled}. Sehen Sie das Datum auf dem Papier noch einmal an.</translation>
    </message>
    <message>
        <source>Say how you made sure who is on the telephone; nothing was opened.</source>
        <translation>Geben Sie an, wie Sie geprüft haben, wer am Telefon ist; nichts wurde geöffnet.</translation>
    </message>
    <message>
        <source>Whether this is a telephone interview is said when the tablet is handed over; stop here to change it.</source>
        <translation>Ob dies ein Telefoninterview ist, wird bei der Übergabe des Tablets gesagt; zum Ändern hier aufhören.</translation>
    </message>
    <message>
        <source>This is no URL of a database that the centre can use. Give one like postgresql://user@server/name, or sqlite:///path/to/file.</source>
        <translation>Das ist keine Adresse einer Datenbank, die das Zentrum verwenden kann. Geben Sie eine wie postgresql://benutzer@server/name oder sqlite:///pfad/zur/datei an.</translation>
    </message>
    <message>
        <source>The database {place} cannot be reached or broke off ({why}). What was confirmed is safe, nothing is there by halves. See that the server runs and can be reached, then try again.</source>
        <translation>Die Datenbank {place} ist nicht erreichbar oder hat die Verbindung abgebrochen ({why}). Was bestätigt wurde, ist sicher, nichts ist halb gespeichert. Prüfen Sie, ob der Server läuft und erreichbar ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The database {place} did not let this program in or did not allow what it needs ({why}). Nothing was changed. Check user, password, name and rights with whoever runs the server.</source>
        <translation>Die Datenbank {place} hat dieses Programm nicht eingelassen oder ihm nicht erlaubt, was es braucht ({why}). Nichts wurde geändert. Prüfen Sie Benutzer, Passwort, Name und Rechte mit denen, die den Server betreiben.</translation>
    </message>
    <message>
        <source>The database {place} was written by a newer version of this program (its tables are of version {found}, this program knows {known}). Update the program; nothing was changed.</source>
        <translation>Die Datenbank {place} wurde von einer neueren Version dieses Programms geschrieben (ihre Tabellen haben die Version {found}, dieses Programm kennt {known}). Aktualisieren Sie das Programm; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The database {place} already holds a centre ({devices} tablets). Nothing was changed; name an empty database.</source>
        <translation>Die Datenbank {place} enthält schon ein Zentrum ({devices} Tablets). Nichts wurde geändert; nennen Sie eine leere Datenbank.</translation>
    </message>
    <message>
        <source>The name '{user}' is or was in use at this centre, and a name is never given twice. Choose another.</source>
        <translation>Der Name „{user}“ ist oder war in diesem Zentrum vergeben, und kein Name wird zweimal vergeben. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>Nobody called '{user}' may look at this centre's web page. 'retnet-pro centre visitors list' says who may.</source>
        <translation>Niemand namens „{user}“ darf die Webseite dieses Zentrums ansehen. „retnet-pro centre visitors list“ zeigt, wer es darf.</translation>
    </message>
    <message>
        <source>This paper holds {script} letters, and this device has no typeface to print them with. Nothing was printed. Install the typeface {package} and print again.</source>
        <translation>Dieses Papier enthält Buchstaben der Schrift {script}, und dieses Gerät hat keine Druckschrift dafür. Es wurde nichts gedruckt. Installieren Sie die Schrift {package} und drucken Sie erneut.</translation>
    </message>
    <message>
        <source>The road {address} to the centre cannot be used: {why}. Nothing was changed; ask the centre for its address and its certificate or host key file.</source>
        <translation>Der Weg {address} zur Zentrale ist nicht brauchbar: {why}. Nichts wurde geändert; bitte die Zentrale nach Adresse und Datei mit Zertifikat oder Host-Schlüssel fragen.</translation>
    </message>
    <message>
        <source>This was stopped before it was done. Everything is still safe here, and it can be tried again.</source>
        <translation>Das wurde abgebrochen, bevor es fertig war. Alles ist hier noch sicher, und es kann erneut versucht werden.</translation>
    </message>
    <message>
        <source>The letter of tablet {device} does not follow event {seq}, the last one of it that is known here. Nothing was taken in from it. Call the coordinating centre: that tablet may have been copied or set back.</source>
        <translation>Der Brief des Tablets {device} schließt nicht an Ereignis {seq} an, das letzte, das hier von ihm bekannt ist. Nichts wurde daraus übernommen. Rufen Sie die Studienzentrale an: Dieses Tablet wurde vielleicht kopiert oder zurückgesetzt.</translation>
    </message>
    <message>
        <source>The tablet {device} is not one that this tablet exchanges with. Compare its fingerprint and make it known first; nothing was changed.</source>
        <translation>Das Tablet {device} gehört nicht zu denen, mit denen dieses Tablet austauscht. Vergleichen Sie zuerst seinen Fingerabdruck und machen Sie es bekannt; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The tablet {device} or its key is known here already, or is this tablet itself. Nothing was changed.</source>
        <translation>Das Tablet {device} oder sein Schlüssel ist hier bereits bekannt oder ist dieses Tablet selbst. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This was recorded on tablet {device} of the site. It can be read here; change it on that tablet. Nothing was changed.</source>
        <translation>Das wurde auf dem Tablet {device} des Zentrums erfasst. Hier kann es gelesen werden; ändern Sie es auf jenem Tablet. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The data do not fit: row {row}, column {column}: {why}. Nothing was written. Mend what is named, or ask the coordinating centre, and export again.</source>
        <translation>Die Daten passen nicht: Zeile {row}, Spalte {column}: {why}. Es wurde nichts geschrieben. Bringen Sie das Genannte in Ordnung oder fragen Sie die Studienzentrale, und exportieren Sie erneut.</translation>
    </message>
    <message>
        <source>There is no export format named {format}. Choose one of: {known}.</source>
        <translation>Es gibt kein Exportformat namens {format}. Wählen Sie eines von diesen: {known}.</translation>
    </message>
    <message>
        <source>The file {path} cannot be checked: {why}. Nothing was changed. Name files with a FHIR Bundle, Questionnaire or QuestionnaireResponse in JSON.</source>
        <translation>Die Datei {path} kann nicht geprüft werden: {why}. Es wurde nichts geändert. Nennen Sie Dateien mit einem FHIR-Bundle, -Questionnaire oder -QuestionnaireResponse in JSON.</translation>
    </message>
    <message>
        <source>These are {mode} data and not data of a study. Nothing was written. Say that you want synthetic or training data (--synthetic); every file is then marked so.</source>
        <translation>Dies sind Daten der Art {mode} und keine Studiendaten. Es wurde nichts geschrieben. Sagen Sie, dass Sie synthetische oder Übungsdaten wollen (--synthetic); jede Datei wird dann so gekennzeichnet.</translation>
    </message>
    <message>
        <source>These are data of a study. Nothing was written. Leave out --synthetic: files of a study must not be marked as synthetic.</source>
        <translation>Dies sind Daten einer Studie. Es wurde nichts geschrieben. Lassen Sie --synthetic weg: Dateien einer Studie dürfen nicht als synthetisch gekennzeichnet sein.</translation>
    </message>
    <message>
        <source>The REDCap project cannot take this: {why}. Look at its address, token and dictionary, and send again; what was confirmed before stays there.</source>
        <translation>Das REDCap-Projekt kann das nicht annehmen: {why}. Prüfen Sie Adresse, Token und Datenwörterbuch und senden Sie noch einmal; was vorher bestätigt wurde, bleibt dort.</translation>
    </message>
    <message>
        <source>The libraries for {what} are not installed here. Nothing was written. Install them with: pip install 'retnet-pro[{extra}]'.</source>
        <translation>Die Bibliotheken für {what} sind hier nicht installiert. Es wurde nichts geschrieben. Installieren Sie sie mit: pip install 'retnet-pro[{extra}]'.</translation>
    </message>
    <message>
        <source>One of the {processes} processes that worked on the report was ended from outside, probably for want of memory. Nothing was written. Close other programs or ask for fewer (--processes 1), and try again.</source>
        <translation>Einer der {processes} Prozesse, die am Bericht gearbeitet haben, wurde von außen beendet, wahrscheinlich weil der Arbeitsspeicher nicht reichte. Es wurde nichts geschrieben. Schließen Sie andere Programme oder verlangen Sie weniger Prozesse (--processes 1) und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The scan of this form is not here. If it was attached on another tablet of the site, exchange with that tablet again.</source>
        <translation>Der Scan dieses Bogens ist nicht hier. Wurde er auf einem anderen Tablet des Zentrums angehängt, tauschen Sie mit diesem Tablet noch einmal aus.</translation>
    </message>
    <message>
        <source>This scan cannot be shown: its file is damaged or too large. It is kept as it was attached. Look at the paper itself.</source>
        <translation>Dieser Scan lässt sich nicht zeigen: Seine Datei ist beschädigt oder zu groß. Er bleibt so erhalten, wie er angehängt wurde. Sehen Sie auf das Papier selbst.</translation>
    </message>
    <message>
        <source>This device does not have '{form}' in the very form this score was computed with, so it cannot be shown how it came about. Ask the coordinating centre for that form.</source>
        <translation>Auf diesem Gerät ist „{form}“ nicht genau in der Fassung vorhanden, mit der dieser Wert berechnet wurde. Deshalb lässt sich nicht zeigen, wie er zustande kam. Fragen Sie beim Koordinationszentrum nach dieser Fassung.</translation>
    </message>
    <message>
        <source>This tablet was closed on {at} because it goes to the site {site}. Nothing is recorded on it any more; use another tablet of this site.</source>
        <translation>Dieses Tablet wurde am {at} geschlossen, weil es an das Zentrum {site} geht. Darauf wird nichts mehr festgehalten; bitte ein anderes Tablet dieses Zentrums nehmen.</translation>
    </message>
    <message>
        <source>This tablet cannot leave yet: {count} things on it are not finished or not received by the centre. Finish and send them first, or say that it must leave all the same. Nothing was recorded.</source>
        <translation>Dieses Tablet kann noch nicht gehen: {count} Dinge darauf sind nicht abgeschlossen oder nicht von der Studienzentrale bestätigt. Bitte erst abschließen und senden, oder sagen, dass es trotzdem gehen muss. Es wurde nichts festgehalten.</translation>
    </message>
</context>
<context>
    <name>completion</name>
    <message>
        <source>{valid} of {of}</source>
        <translation>{valid} von {of}</translation>
    </message>
    <message>
        <source>{visit}: completion rate {rate}, available data {data}</source>
        <translation>{visit}: Rücklauf {rate}, vorhandene Daten {data}</translation>
    </message>
    <message>
        <source>{count} × came, but not valid</source>
        <translation>{count} × gekommen, aber nicht gültig</translation>
    </message>
</context>
<context>
    <name>CorrectionPage</name>
    <message>
        <source>Correct an answer</source>
        <translation>Eine Antwort berichtigen</translation>
    </message>
    <message>
        <source>What should stand there?</source>
        <translation>Was soll dort stehen?</translation>
    </message>
    <message>
        <source>The reason in a few words</source>
        <translation>Der Grund in wenigen Worten</translation>
    </message>
    <message>
        <source>Record the correction</source>
        <translation>Berichtigung festhalten</translation>
    </message>
    <message>
        <source>Form finished {time}, that is {span} ago</source>
        <translation>Bogen abgeschlossen am {time}, das ist {span} her</translation>
    </message>
    <message>
        <source>the right answer</source>
        <translation>die richtige Antwort</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>was geschah</translation>
    </message>
    <message>
        <source>how that is known</source>
        <translation>woher man das weiß</translation>
    </message>
    <message>
        <source>the reason in words</source>
        <translation>der Grund in Worten</translation>
    </message>
    <message>
        <source>Still missing: {what}</source>
        <translation>Es fehlt noch: {what}</translation>
    </message>
    <message>
        <source>What was answered first stays in the record. Scores are computed again, and both are shown.</source>
        <translation>Was zuerst geantwortet wurde, bleibt in der Aufzeichnung. Die Werte werden neu berechnet; beide werden gezeigt.</translation>
    </message>
    <message>
        <source>How is that known?</source>
        <translation>Woher weiß man das?</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Was ist geschehen?</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>No names; it is sealed into the record.</source>
        <translation>Keine Namen; es wird versiegelt aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>RoadLine</name>
    <message>
        <source>The centre over the network</source>
        <translation>Die Zentrale über das Netz</translation>
    </message>
    <message>
        <source>Send and look for receipts</source>
        <translation>Senden und Quittungen holen</translation>
    </message>
    <message>
        <source>Bundles are sent by a coordinator.</source>
        <translation>Bündel sendet eine Koordinatorin oder ein Koordinator.</translation>
    </message>
    <message>
        <source>This tablet sends by itself, at the lock screen too.</source>
        <translation>Dieses Tablet sendet von selbst, auch am Sperrbildschirm.</translation>
    </message>
</context>
<context>
    <name>alerts</name>
    <message>
        <source>1 open alert</source>
        <translation>1 offene Warnung</translation>
    </message>
    <message>
        <source>Answer {value}</source>
        <translation>Antwort {value}</translation>
    </message>
    <message>
        <source>Due in {span}</source>
        <translation>Fällig in {span}</translation>
    </message>
    <message>
        <source>No open alerts</source>
        <translation>Keine offenen Warnungen</translation>
    </message>
    <message>
        <source>Nobody has answered it yet</source>
        <translation>Noch von niemandem beantwortet</translation>
    </message>
    <message>
        <source>Overdue by {span}</source>
        <translation>Überfällig seit {span}</translation>
    </message>
    <message>
        <source>Score {value}</source>
        <translation>Wert {value}</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>at least {cut}</source>
        <translation>mindestens {cut}</translation>
    </message>
    <message>
        <source>at most {cut}</source>
        <translation>höchstens {cut}</translation>
    </message>
    <message>
        <source>rule: {bounds}</source>
        <translation>Regel: {bounds}</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tagen</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} open alerts</source>
        <translation>{count} offene Warnungen</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} überfällig</translation>
    </message>
    <message>
        <source>{form}, question {number}: {topic}</source>
        <translation>{form}, Frage {number}: {topic}</translation>
    </message>
    <message>
        <source>raised after a correction</source>
        <translation>nach einer Korrektur ausgelöst</translation>
    </message>
    <message>
        <source>corrected since, now without a value</source>
        <translation>seither korrigiert, jetzt ohne Wert</translation>
    </message>
    <message>
        <source>corrected since, now {value}</source>
        <translation>seither korrigiert, jetzt {value}</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>No alert waits for anybody.</source>
        <translation>Keine Warnung wartet auf jemanden.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>The history of the alerts is in {path}. The copy is written down in the trail.</source>
        <translation>Der Verlauf der Warnungen liegt in {path}. Die Kopie ist im Prüfpfad vermerkt.</translation>
    </message>
    <message>
        <source>Save the history of the alerts</source>
        <translation>Verlauf der Warnungen speichern</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>Was geantwortet wurde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>{span} old</source>
        <translation>vor {span}</translation>
    </message>
    <message>
        <source>For: {who}</source>
        <translation>Für: {who}</translation>
    </message>
    <message>
        <source>Study code</source>
        <translation>Studiencode</translation>
    </message>
    <message>
        <source>Search by study code</source>
        <translation>Nach Studiencode suchen</translation>
    </message>
</context>
<context>
    <name>AlertPage</name>
    <message>
        <source>Alert</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Open the participant's page</source>
        <translation>Seite der teilnehmenden Person öffnen</translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation>Was wurde getan?</translation>
    </message>
    <message>
        <source>The alert stays open until somebody settles it. Every attempt is kept.</source>
        <translation>Die Warnung bleibt offen, bis sie jemand erledigt. Jeder Versuch wird festgehalten.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Your role reads alerts and does not answer them.</source>
        <translation>Ihre Rolle liest Warnungen und beantwortet sie nicht.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Finished {at}, {span} ago. To be looked at by {deadline}, for: {who}.</source>
        <translation>Ausgefüllt {at}, vor {span}. Anzusehen bis {deadline}, für: {who}.</translation>
    </message>
    <message>
        <source>Rule {rule}: {status}. Source: {source}.</source>
        <translation>Regel {rule}: {status}. Quelle: {source}.</translation>
    </message>
    <message>
        <source>{outcome}. {who} ({role}), {at}, event {seq}.</source>
        <translation>{outcome}. {who} ({role}), {at}, Ereignis {seq}.</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Notiz: {note}</translation>
    </message>
    <message>
        <source>Note: what exactly</source>
        <translation>Notiz: was genau</translation>
    </message>
    <message>
        <source>Note: to whom, by function</source>
        <translation>Notiz: an wen, nach Funktion</translation>
    </message>
    <message>
        <source>Note, if there is anything to add</source>
        <translation>Notiz, falls es etwas zu ergänzen gibt</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>Was ist daraus geworden?</translation>
    </message>
    <message>
        <source>No names; it is sealed into the record.</source>
        <translation>Keine Namen; sie wird in die Aufzeichnung versiegelt.</translation>
    </message>
</context>
<context>
    <name>PersonAlerts</name>
    <message>
        <source>Settled alerts: {count}</source>
        <translation>Erledigte Warnungen: {count}</translation>
    </message>
    <message>
        <source>Show the alert</source>
        <translation>Warnung zeigen</translation>
    </message>
    <message>
        <source>Open alerts not shown here: {count}</source>
        <translation>Offene Warnungen, die hier nicht stehen: {count}</translation>
    </message>
</context>
<context>
    <name>signing</name>
    <message>
        <source>Sign…</source>
        <translation>Unterschreiben …</translation>
    </message>
    <message>
        <source>Signed by {name}, {role}, {at}, event {seq}</source>
        <translation>Unterschrieben von {name}, {role}, {at}, Ereignis {seq}</translation>
    </message>
    <message>
        <source>The passphrase was renewed by {by} on {at} (event {seq}).</source>
        <translation>Der Kennsatz wurde von {by} am {at} erneuert (Ereignis {seq}).</translation>
    </message>
    <message>
        <source>corrections: {count}</source>
        <translation>Korrekturen: {count}</translation>
    </message>
    <message>
        <source>Covers {count} responses; SHA-256 {digest}</source>
        <translation>Deckt {count} ausgefüllte Fragebögen; SHA-256 {digest}</translation>
    </message>
    <message>
        <source>My electronic signature on this device is meant to be as binding as my handwritten signature. I give it myself, with a passphrase that only I know.</source>
        <translation>Meine elektronische Unterschrift auf diesem Gerät soll so verbindlich sein wie meine handschriftliche. Ich gebe sie selbst, mit einem Kennsatz, den nur ich kenne.</translation>
    </message>
    <message>
        <source>Corrected, added to or erased since: this signature no longer covers what stands here.</source>
        <translation>Seitdem korrigiert, ergänzt oder gelöscht: Diese Unterschrift deckt nicht mehr, was hier steht.</translation>
    </message>
    <message>
        <source>{title} (wording of the study file)</source>
        <translation>{title} (Wortlaut der Studiendatei)</translation>
    </message>
</context>
<context>
    <name>SigningPage</name>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>Signing list</source>
        <translation>Unterschriftenliste</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Ihr Kennsatz</translation>
    </message>
    <message>
        <source>I confirm this statement</source>
        <translation>Ich bestätige diese Erklärung</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Do not sign</source>
        <translation>Nicht unterschreiben</translation>
    </message>
    <message>
        <source>Nothing to sign yet: no questionnaire is finished.</source>
        <translation>Noch nichts zu unterschreiben: Kein Fragebogen ist abgeschlossen.</translation>
    </message>
    <message>
        <source>The signing list is in {path}. The copy is written down in the trail.</source>
        <translation>Die Unterschriftenliste liegt in {path}. Die Kopie ist im Prüfpfad vermerkt.</translation>
    </message>
    <message>
        <source>Signature of {name}, meaning:</source>
        <translation>Unterschrift von {name}, Bedeutung:</translation>
    </message>
    <message>
        <source>What it covers</source>
        <translation>Was sie deckt</translation>
    </message>
    <message>
        <source>Signed: {title}.</source>
        <translation>Unterschrieben: {title}.</translation>
    </message>
    <message>
        <source>Save the signing list</source>
        <translation>Unterschriftenliste speichern</translation>
    </message>
</context>
<context>
    <name>PersonSigning</name>
    <message>
        <source>Signatures: {signed} of {count}</source>
        <translation>Unterschriften: {signed} von {count}</translation>
    </message>
</context>
<context>
    <name>clinic</name>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>row taken away</source>
        <translation>Zeile weggenommen</translation>
    </message>
    <message>
        <source>The participant's course says otherwise. Is this right?</source>
        <translation>Im Verlauf steht etwas anderes. Ist das richtig?</translation>
    </message>
    <message>
        <source>This does not fit here.</source>
        <translation>Das passt hier nicht.</translation>
    </message>
    <message>
        <source>At most {bound} decimals are taken, and no mark between thousands.</source>
        <translation>Höchstens {bound} Nachkommastellen, und kein Zeichen zwischen Tausendern.</translation>
    </message>
    <message>
        <source>Choose the unit as the report gives it.</source>
        <translation>Wählen Sie die Einheit, wie sie im Befund steht.</translation>
    </message>
    <message>
        <source>Its value is in {bound}. Give this in the same unit.</source>
        <translation>Der Wert dazu steht in {bound}. Geben Sie dies in derselben Einheit an.</translation>
    </message>
    <message>
        <source>Less than {bound} is impossible. Check number and unit.</source>
        <translation>Weniger als {bound} ist unmöglich. Prüfen Sie Zahl und Einheit.</translation>
    </message>
    <message>
        <source>More than {bound} is impossible. Check number and unit.</source>
        <translation>Mehr als {bound} ist unmöglich. Prüfen Sie Zahl und Einheit.</translation>
    </message>
    <message>
        <source>At most {bound} characters are taken.</source>
        <translation>Höchstens {bound} Zeichen.</translation>
    </message>
    <message>
        <source>Day, month and year are needed.</source>
        <translation>Tag, Monat und Jahr werden gebraucht.</translation>
    </message>
    <message>
        <source>This lies in the future; today is {bound}.</source>
        <translation>Das liegt in der Zukunft; heute ist der {bound}.</translation>
    </message>
    <message>
        <source>This can only follow randomisation, which is not recorded.</source>
        <translation>Das kann nur nach der Randomisierung kommen; sie ist nicht erfasst.</translation>
    </message>
    <message>
        <source>This lies before the consent of {bound}.</source>
        <translation>Das liegt vor der Einwilligung vom {bound}.</translation>
    </message>
    <message>
        <source>This lies before the randomisation of {bound}.</source>
        <translation>Das liegt vor der Randomisierung vom {bound}.</translation>
    </message>
    <message>
        <source>This lies before its beginning, {bound}.</source>
        <translation>Das liegt vor dem Beginn, {bound}.</translation>
    </message>
    <message>
        <source>This lies after the death of {bound}.</source>
        <translation>Das liegt nach dem Tod am {bound}.</translation>
    </message>
    <message>
        <source>Less than {bound} is unusual. Are number and unit right?</source>
        <translation>Weniger als {bound} ist ungewöhnlich. Stimmen Zahl und Einheit?</translation>
    </message>
    <message>
        <source>More than {bound} is unusual. Are number and unit right?</source>
        <translation>Mehr als {bound} ist ungewöhnlich. Stimmen Zahl und Einheit?</translation>
    </message>
    <message>
        <source>This lies before {bound}. Is it right?</source>
        <translation>Das liegt vor dem {bound}. Ist es richtig?</translation>
    </message>
    <message>
        <source>The participant's course says {bound}. Is this right?</source>
        <translation>Im Verlauf steht {bound}. Ist das hier richtig?</translation>
    </message>
    <message>
        <source>Another embolization is recorded on {bound}. Are these two?</source>
        <translation>Am {bound} ist eine andere Embolisation erfasst. Sind es zwei?</translation>
    </message>
    <message>
        <source>There is a closed form of {bound} already. Is this another one?</source>
        <translation>Es gibt schon einen abgeschlossenen Bogen vom {bound}. Ist dies ein anderer?</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>day.month.year</source>
        <translation>Tag.Monat.Jahr</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unit of {item}</source>
        <translation>Einheit von {item}</translation>
    </message>
    <message>
        <source>This is no day. Type it like 23.11.2026.</source>
        <translation>Das ist kein Tag. Schreiben Sie ihn wie 23.11.2026.</translation>
    </message>
    <message>
        <source>Choose the unit as the report gives it.</source>
        <translation>Wählen Sie die Einheit, wie sie im Befund steht.</translation>
    </message>
    <message>
        <source>This is no number. Type digits, with a point or a comma before decimals.</source>
        <translation>Das ist keine Zahl. Schreiben Sie Ziffern, mit Komma oder Punkt vor den Nachkommastellen.</translation>
    </message>
    <message>
        <source>Not taken: {why}</source>
        <translation>Nicht übernommen: {why}</translation>
    </message>
    <message>
        <source>Yes, it is right</source>
        <translation>Ja, es stimmt</translation>
    </message>
    <message>
        <source>Nothing stands here yet.</source>
        <translation>Hier steht noch nichts.</translation>
    </message>
</context>
<context>
    <name>ClinicSheetPage</name>
    <message>
        <source>Begun in error…</source>
        <translation>Versehentlich begonnen…</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>Every value is kept at once; you can go on later.</source>
        <translation>Jeder Wert ist sofort gesichert; Sie können später weitermachen.</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>Bogen abschließen</translation>
    </message>
    <message>
        <source>Add: {part}</source>
        <translation>Hinzufügen: {part}</translation>
    </message>
    <message>
        <source>Not closed yet. What is missing or asked is marked beside its item.</source>
        <translation>Noch nicht abgeschlossen. Was fehlt oder gefragt wird, ist daneben markiert.</translation>
    </message>
    <message>
        <source>What was typed stays in the record and counts for nothing. A closed form stays as it was.</source>
        <translation>Was eingetragen wurde, bleibt im Protokoll und zählt nicht. Ein abgeschlossener Bogen bleibt, wie er war.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
</context>
<context>
    <name>ClinicFormsPage</name>
    <message>
        <source>Forms</source>
        <translation>Bögen</translation>
    </message>
    <message>
        <source>No form is closed yet.</source>
        <translation>Noch ist kein Bogen abgeschlossen.</translation>
    </message>
    <message>
        <source>Begun, not closed</source>
        <translation>Begonnen, nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Ausfüllen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Begin: {form}</source>
        <translation>Beginnen: {form}</translation>
    </message>
    <message>
        <source>Tells the treatment, not for your role</source>
        <translation>Verrät die Behandlung, nicht für Ihre Rolle</translation>
    </message>
    <message>
        <source>After randomisation</source>
        <translation>Nach der Randomisierung</translation>
    </message>
    <message>
        <source>Not to be begun now</source>
        <translation>Jetzt nicht zu beginnen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on: {form}</source>
        <translation>Weiter: {form}</translation>
    </message>
    <message>
        <source>begun by {who}, {at}</source>
        <translation>begonnen von {who}, {at}</translation>
    </message>
    <message>
        <source>opened to correct it by {who}, {at}</source>
        <translation>zum Berichtigen geöffnet von {who}, {at}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open: {form}</source>
        <translation>Öffnen: {form}</translation>
    </message>
    <message>
        <source>The course says otherwise</source>
        <translation>Im Verlauf steht anderes</translation>
    </message>
    <message>
        <source>closed by {who}, {at}</source>
        <translation>abgeschlossen von {who}, {at}</translation>
    </message>
    <message>
        <source>corrected by {who}, {at}</source>
        <translation>berichtigt von {who}, {at}</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>The forms are in {path}. The copy is written down in the trail.</source>
        <translation>Die Bögen sind in {path}. Die Kopie steht im Prüfpfad.</translation>
    </message>
    <message>
        <source>Save the forms of staff</source>
        <translation>Bögen des Teams speichern</translation>
    </message>
</context>
<context>
    <name>ClinicReadPage</name>
    <message>
        <source>Correct…</source>
        <translation>Berichtigen…</translation>
    </message>
    <message>
        <source>What is wrong, and where the right value stands</source>
        <translation>Was falsch ist und wo der richtige Wert steht</translation>
    </message>
    <message>
        <source>Open the form again</source>
        <translation>Bogen wieder öffnen</translation>
    </message>
    <message>
        <source>The participant's course says otherwise now</source>
        <translation>Im Verlauf steht jetzt etwas anderes</translation>
    </message>
    <message>
        <source>{subject} · closed by {who}, {at}</source>
        <translation>{subject} · abgeschlossen von {who}, {at}</translation>
    </message>
    <message>
        <source>{subject} · corrected by {who}, {at}</source>
        <translation>{subject} · berichtigt von {who}, {at}</translation>
    </message>
    <message>
        <source>{value} not taken: {why}</source>
        <translation>{value} nicht übernommen: {why}</translation>
    </message>
    <message>
        <source>{value} confirmed; asked was: {why}</source>
        <translation>{value} bestätigt; gefragt war: {why}</translation>
    </message>
    <message>
        <source>{at}, {who}: {what}</source>
        <translation>{at}, {who}: {what}</translation>
    </message>
    <message>
        <source>Why is it corrected?</source>
        <translation>Warum wird berichtigt?</translation>
    </message>
    <message>
        <source>What stands here counts until the form is closed again; nothing is ever hidden.</source>
        <translation>Was hier steht, gilt, bis der Bogen wieder abgeschlossen ist; nichts wird je verdeckt.</translation>
    </message>
</context>
<context>
    <name>ClinicCard</name>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take away: {part}</source>
        <translation>Wegnehmen: {part}</translation>
    </message>
</context>
<context>
    <name>PlacingList</name>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <source>{forms}: from {subject}, {visit} to {to_subject}, {to_visit}</source>
        <translation>{forms}: von {subject}, {visit} zu {to_subject}, {to_visit}</translation>
    </message>
    <message>
        <source>erased questionnaires</source>
        <translation>gelöschte Fragebögen</translation>
    </message>
    <message>
        <source>proposed by {who}, {time}</source>
        <translation>vorgeschlagen von {who}, {time}</translation>
    </message>
    <message>
        <source>Place disputed until a second person decides.</source>
        <translation>Zuordnung strittig, bis eine zweite Person entscheidet.</translation>
    </message>
    <message>
        <source>accepted by {who}, {time}</source>
        <translation>bestätigt von {who}, {time}</translation>
    </message>
    <message>
        <source>not accepted by {who}, {time}</source>
        <translation>nicht bestätigt von {who}, {time}</translation>
    </message>
</context>
<context>
    <name>MisplacedPage</name>
    <message>
        <source>Wrong participant or visit</source>
        <translation>Falsche Person oder falscher Termin</translation>
    </message>
    <message>
        <source>Study code</source>
        <translation>Studiencode</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>The reason in a few words</source>
        <translation>Der Grund in wenigen Worten</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Only {form}</source>
        <translation>Nur {form}</translation>
    </message>
    <message>
        <source>All {count} forms of the visit</source>
        <translation>Alle {count} Bögen des Termins</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>A second person decides, under their own name. Until then both places say that it is disputed.</source>
        <translation>Eine zweite Person entscheidet unter eigenem Namen. Bis dahin steht an beiden Stellen, dass die Zuordnung strittig ist.</translation>
    </message>
    <message>
        <source>Nothing is deleted. Where the answers stood first stays visible at both participants.</source>
        <translation>Nichts wird gelöscht. Wo die Antworten zuerst standen, bleibt an beiden Stellen sichtbar.</translation>
    </message>
    <message>
        <source>What is in the wrong place?</source>
        <translation>Was steht am falschen Ort?</translation>
    </message>
    <message>
        <source>Where does it belong?</source>
        <translation>Wohin gehört es?</translation>
    </message>
    <message>
        <source>How did it happen?</source>
        <translation>Wie kam es dazu?</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>No names; it is sealed into the record.</source>
        <translation>Keine Namen; es wird versiegelt aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>DecisionPage</name>
    <message>
        <source>Where does it belong?</source>
        <translation>Wohin gehört es?</translation>
    </message>
    <message>
        <source>You proposed this yourself, so another person has to decide.</source>
        <translation>Sie haben dies selbst vorgeschlagen; darum muss eine andere Person entscheiden.</translation>
    </message>
    <message>
        <source>What did you check?</source>
        <translation>Was haben Sie geprüft?</translation>
    </message>
    <message>
        <source>Yes, it belongs there</source>
        <translation>Ja, es gehört dorthin</translation>
    </message>
    <message>
        <source>No, it stays where it is</source>
        <translation>Nein, es bleibt, wo es ist</translation>
    </message>
    <message>
        <source>No names; it is sealed into the record.</source>
        <translation>Keine Namen; es wird versiegelt aufgezeichnet.</translation>
    </message>
    <message>
        <source>Stands at {subject}, {visit}</source>
        <translation>Steht bei {subject}, {visit}</translation>
    </message>
    <message>
        <source>Is said to belong to {subject}, {visit}</source>
        <translation>Soll zu {subject}, {visit} gehören</translation>
    </message>
    <message>
        <source>Proposed by {who}, {time}, event {seq}</source>
        <translation>Vorgeschlagen von {who}, {time}, Ereignis {seq}</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Read in a paper form…</source>
        <translation>Papierbogen einlesen…</translation>
    </message>
    <message>
        <source>Scan…</source>
        <translation>Scan…</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Klären…</translation>
    </message>
    <message>
        <source>Second reading…</source>
        <translation>Zweite Lesung…</translation>
    </message>
    <message>
        <source>{form}, {visit}, on paper: read in by {who}, {time}.</source>
        <translation>{form}, {visit}, auf Papier: eingelesen von {who}, {time}.</translation>
    </message>
    <message>
        <source>A second person reads it in, without seeing the first.</source>
        <translation>Eine zweite Person liest ihn ein, ohne die erste Lesung zu sehen.</translation>
    </message>
    <message>
        <source>Another person has to read it in a second time.</source>
        <translation>Eine andere Person muss ihn ein zweites Mal einlesen.</translation>
    </message>
    <message>
        <source>Two readings differ: look at the paper.</source>
        <translation>Zwei Lesungen weichen ab: auf dem Papier nachsehen.</translation>
    </message>
    <message>
        <source>Scan {hash}.</source>
        <translation>Scan {hash}.</translation>
    </message>
    <message>
        <source>No scan yet.</source>
        <translation>Noch kein Scan.</translation>
    </message>
    <message>
        <source>Finish recording…</source>
        <translation>Aufzeichnung abschließen…</translation>
    </message>
    <message>
        <source>Both readings are there, but recording them was interrupted.</source>
        <translation>Beide Lesungen liegen vor, aber ihre Aufzeichnung wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Show the scan</source>
        <translation>Scan zeigen</translation>
    </message>
</context>
<context>
    <name>MarkGrid</name>
    <message>
        <source>Read as: {both}</source>
        <translation>Gelesen als: {both}</translation>
    </message>
    <message>
        <source>nothing ticked</source>
        <translation>nichts angekreuzt</translation>
    </message>
    <message>
        <source>Something odd about it</source>
        <translation>Auffälligkeit</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Which form?</source>
        <translation>Welcher Bogen?</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Sprache des Bogens</translation>
    </message>
    <message>
        <source>The participant's own date on it</source>
        <translation>Das eigene Datum der Person darauf</translation>
    </message>
    <message>
        <source>In words, where the list does not do</source>
        <translation>In Worten, wo die Liste nicht reicht</translation>
    </message>
    <message>
        <source>Record this reading</source>
        <translation>Diese Lesung festhalten</translation>
    </message>
    <message>
        <source>Read in a paper form</source>
        <translation>Papierbogen einlesen</translation>
    </message>
    <message>
        <source>Second reading</source>
        <translation>Zweite Lesung</translation>
    </message>
    <message>
        <source>Look at the paper</source>
        <translation>Auf dem Papier nachsehen</translation>
    </message>
    <message>
        <source>Put down what stands on the paper, also what is odd. Another person reads it again.</source>
        <translation>Geben Sie ein, was auf dem Papier steht, auch Auffälliges. Eine andere Person liest es noch einmal.</translation>
    </message>
    <message>
        <source>Read the paper yourself. What the first person put down is not shown.</source>
        <translation>Lesen Sie das Papier selbst. Was die erste Person eingegeben hat, wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>These questions were read differently. Choose what the paper shows.</source>
        <translation>Diese Fragen wurden verschieden gelesen. Wählen Sie, was auf dem Papier steht.</translation>
    </message>
    <message>
        <source>Why paper?</source>
        <translation>Warum Papier?</translation>
    </message>
    <message>
        <source>Choose the day</source>
        <translation>Tag wählen</translation>
    </message>
    <message>
        <source>Finish recording</source>
        <translation>Aufzeichnung abschließen</translation>
    </message>
    <message>
        <source>Both readings are in the record. Recording was interrupted; it goes on from there.</source>
        <translation>Beide Lesungen sind aufgezeichnet. Die Aufzeichnung wurde unterbrochen; sie wird von dort fortgesetzt.</translation>
    </message>
    <message>
        <source>Record the form</source>
        <translation>Bogen aufzeichnen</translation>
    </message>
</context>
<context>
    <name>TodayFilter</name>
    <message>
        <source>Study code</source>
        <translation>Studiencode</translation>
    </message>
    <message>
        <source>Search by study code</source>
        <translation>Nach Studiencode suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Demnächst</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unfertig</translation>
    </message>
</context>
<context>
    <name>device</name>
    <message>
        <source>Battery {level} %, charging</source>
        <translation>Akku {level} %, lädt</translation>
    </message>
    <message>
        <source>Battery {level} %: plug it in</source>
        <translation>Akku {level} %: bitte anschließen</translation>
    </message>
    <message>
        <source>Battery {level} %</source>
        <translation>Akku {level} %</translation>
    </message>
    <message>
        <source>Disk nearly full: {free} free</source>
        <translation>Datenträger fast voll: {free} frei</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} frei</translation>
    </message>
    <message>
        <source>Everything sent</source>
        <translation>Alles gesendet</translation>
    </message>
    <message>
        <source>{count} not sent yet</source>
        <translation>{count} noch nicht gesendet</translation>
    </message>
</context>
<context>
    <name>PersonShown</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
</context>
<context>
    <name>LineCheckPage</name>
    <message>
        <source>Continue the telephone interview</source>
        <translation>Telefoninterview fortsetzen</translation>
    </message>
    <message>
        <source>How did you make sure who is on the line? (needed)</source>
        <translation>Wie haben Sie geprüft, wer am Telefon ist? (nötig)</translation>
    </message>
    <message>
        <source>Number and details are those in the patient file. Keep the tablet, read out the questions as they stand and tap the answers.</source>
        <translation>Nummer und Angaben sind die aus der Akte. Das Tablet bleibt bei Ihnen: Lesen Sie die Fragen vor, wie sie dastehen, und tippen Sie die Antworten an.</translation>
    </message>
    <message>
        <source>Continue the interview</source>
        <translation>Interview fortsetzen</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>Aids</source>
        <translation>Hilfen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>By whom, when</source>
        <translation>Von wem, wann</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Abgeschlossen von</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Electronic signatures</source>
        <translation>Elektronische Unterschriften</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Bogen</translation>
    </message>
    <message>
        <source>Form file</source>
        <translation>Bogendatei</translation>
    </message>
    <message>
        <source>Forms of staff</source>
        <translation>Bögen des Personals</translation>
    </message>
    <message>
        <source>Forms received</source>
        <translation>Eingegangene Bögen</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>No alert was raised.</source>
        <translation>Es gab keine Warnung.</translation>
    </message>
    <message>
        <source>Nobody has signed this visit.</source>
        <translation>Niemand hat diese Visite unterschrieben.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Nothing came that could be proved.</source>
        <translation>Es ist nichts eingegangen, was zu belegen wäre.</translation>
    </message>
    <message>
        <source>Nothing was corrected.</source>
        <translation>Nichts wurde korrigiert.</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Gedruckt</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>Fragebögen</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Rule met</source>
        <translation>Erfüllte Regel</translation>
    </message>
    <message>
        <source>SHA-256 of the signed event, the form file and the wording file</source>
        <translation>SHA-256 des signierten Ereignisses, der Bogendatei und der Wortlautdatei</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Unterschrieben von</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Start, end</source>
        <translation>Beginn, Ende</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Visit record</source>
        <translation>Visitenprotokoll</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>Wer antwortete</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>Wording file</source>
        <translation>Wortlautdatei</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>all that were due, and all that came</source>
        <translation>alle fälligen und alle eingegangenen</translation>
    </message>
    <message>
        <source>bound to SHA-256</source>
        <translation>gebunden an SHA-256</translation>
    </message>
    <message>
        <source>by whom, when</source>
        <translation>von wem, wann</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>dated within the window or on a day of the visit</source>
        <translation>mit einem Datum im Zeitfenster oder an einem Tag der Visite</translation>
    </message>
    <message>
        <source>erased by order, event {seq}</source>
        <translation>auf Anordnung gelöscht, Ereignis {seq}</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>event {seq}</source>
        <translation>Ereignis {seq}</translation>
    </message>
    <message>
        <source>how, identified by</source>
        <translation>wie, erkannt durch</translation>
    </message>
    <message>
        <source>identified by: {how}</source>
        <translation>erkannt durch: {how}</translation>
    </message>
    <message>
        <source>in the window</source>
        <translation>im Zeitfenster</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>medium not recorded</source>
        <translation>Weg nicht erfasst</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>no reason recorded</source>
        <translation>kein Grund erfasst</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not open yet</source>
        <translation>noch nicht offen</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>nicht eingegangen</translation>
    </message>
    <message>
        <source>of the investigator, over this visit</source>
        <translation>der Prüfärztin oder des Prüfarztes, über diese Visite</translation>
    </message>
    <message>
        <source>off the plan</source>
        <translation>abweichend vom Plan</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>or why not</source>
        <translation>oder warum nicht</translation>
    </message>
    <message>
        <source>outside the window, days early: {days}</source>
        <translation>außerhalb des Zeitfensters, Tage zu früh: {days}</translation>
    </message>
    <message>
        <source>outside the window, days late: {days}</source>
        <translation>außerhalb des Zeitfensters, Tage zu spät: {days}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>printed {moment} by {who}</source>
        <translation>gedruckt {moment} von {who}</translation>
    </message>
    <message>
        <source>provisional: its anchor is not known yet</source>
        <translation>vorläufig: der Bezugstag ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>question {number}</source>
        <translation>Frage {number}</translation>
    </message>
    <message>
        <source>rules of the study that an answer met, and what was done</source>
        <translation>Regeln der Studie, die eine Antwort erfüllte, und was geschah</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>site {site}, device {device}</source>
        <translation>Zentrum {site}, Gerät {device}</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>steht noch aus</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>to be answered by</source>
        <translation>zu beantworten bis</translation>
    </message>
    <message>
        <source>up to event {seq} {hash}</source>
        <translation>bis Ereignis {seq} {hash}</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>was not due at this visit</source>
        <translation>war bei dieser Visite nicht fällig</translation>
    </message>
    <message>
        <source>what was answered first stays in the record</source>
        <translation>was zuerst geantwortet wurde, bleibt in den Aufzeichnungen</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <source>{came} of {due}</source>
        <translation>{came} von {due}</translation>
    </message>
    <message>
        <source>{count} more, which your role does not read</source>
        <translation>{count} weitere, die Ihre Rolle nicht liest</translation>
    </message>
    <message>
        <source>{medium} of {day}, read in by {readers}</source>
        <translation>{medium} vom {day}, übertragen von {readers}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{moment} by {who} ({role}), up to event {seq}</source>
        <translation>{moment} von {who} ({role}), bis Ereignis {seq}</translation>
    </message>
    <message>
        <source>{opens} to {closes}, target {target}; on the day of print {state}</source>
        <translation>{opens} bis {closes}, Ziel {target}; am Tag des Drucks {state}</translation>
    </message>
    <message>
        <source>This record tells how the visit went. It interprets nothing: answers and scores stand in the report of the participant. Minutes are counted from the start to the end of a form, rests included. The values are signed in the events named under proof; what was corrected is never overwritten.</source>
        <translation>Dieses Protokoll sagt, wie die Visite verlief. Es deutet nichts: Antworten und Werte stehen im Bericht der Person. Minuten zählen vom Beginn bis zum Ende eines Bogens, Pausen eingeschlossen. Die Werte sind in den Ereignissen signiert, die unter Nachweis stehen; was korrigiert wurde, wird nie überschrieben.</translation>
    </message>
    <message>
        <source>SYNTHETIC DEMONSTRATION DATA</source>
        <translation>ERFUNDENE VORFÜHRDATEN</translation>
    </message>
    <message>
        <source>TRAINING DATA</source>
        <translation>ÜBUNGSDATEN</translation>
    </message>
    <message>
        <source>participant alone</source>
        <translation>Person allein</translation>
    </message>
    <message>
        <source>helper read aloud</source>
        <translation>Hilfe las vor</translation>
    </message>
    <message>
        <source>helper tapped</source>
        <translation>Hilfe tippte</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>Dolmetschende</translation>
    </message>
    <message>
        <source>staff interview</source>
        <translation>Befragung durch Personal</translation>
    </message>
    <message>
        <source>letters at 125 %</source>
        <translation>Schrift 125 %</translation>
    </message>
    <message>
        <source>letters at 150 %</source>
        <translation>Schrift 150 %</translation>
    </message>
    <message>
        <source>letters at 200 %</source>
        <translation>Schrift 200 %</translation>
    </message>
    <message>
        <source>light on dark</source>
        <translation>hell auf dunkel</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>hoher Kontrast</translation>
    </message>
    <message>
        <source>keyboard or switches</source>
        <translation>Tastatur oder Taster</translation>
    </message>
    <message>
        <source>screen reader</source>
        <translation>Bildschirmleser</translation>
    </message>
    <message>
        <source>read aloud by the tablet</source>
        <translation>vom Tablet vorgelesen</translation>
    </message>
    <message>
        <source>poor sight</source>
        <translation>schlechtes Sehen</translation>
    </message>
    <message>
        <source>hands</source>
        <translation>Hände</translation>
    </message>
    <message>
        <source>reading is hard</source>
        <translation>Lesen fällt schwer</translation>
    </message>
    <message>
        <source>another language</source>
        <translation>andere Sprache</translation>
    </message>
    <message>
        <source>too unwell</source>
        <translation>zu unwohl</translation>
    </message>
    <message>
        <source>not used to tablets</source>
        <translation>Tablet ungewohnt</translation>
    </message>
    <message>
        <source>other reason</source>
        <translation>anderer Grund</translation>
    </message>
    <message>
        <source>on the tablet</source>
        <translation>auf dem Tablet</translation>
    </message>
    <message>
        <source>asked and entered by staff</source>
        <translation>vom Personal gefragt und eingegeben</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>auf Papier</translation>
    </message>
    <message>
        <source>study PIN</source>
        <translation>Studien-PIN</translation>
    </message>
    <message>
        <source>own confirmation</source>
        <translation>eigene Bestätigung</translation>
    </message>
    <message>
        <source>after the consultation</source>
        <translation>nach dem Arztgespräch</translation>
    </message>
    <message>
        <source>after a form that comes later</source>
        <translation>nach einem späteren Bogen</translation>
    </message>
    <message>
        <source>participant did not want to</source>
        <translation>Person wollte nicht</translation>
    </message>
    <message>
        <source>too ill</source>
        <translation>zu krank</translation>
    </message>
    <message>
        <source>administrative reason</source>
        <translation>organisatorischer Grund</translation>
    </message>
    <message>
        <source>technical failure</source>
        <translation>technischer Fehler</translation>
    </message>
    <message>
        <source>no suitable language</source>
        <translation>keine passende Sprache</translation>
    </message>
    <message>
        <source>died</source>
        <translation>verstorben</translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation>ausgeschieden</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>another option was meant</source>
        <translation>andere Antwort war gemeint</translation>
    </message>
    <message>
        <source>the question was misunderstood</source>
        <translation>Frage wurde missverstanden</translation>
    </message>
    <message>
        <source>entered wrongly for the participant</source>
        <translation>für die Person falsch eingegeben</translation>
    </message>
    <message>
        <source>left out by mistake</source>
        <translation>versehentlich ausgelassen</translation>
    </message>
    <message>
        <source>asked for by the participant</source>
        <translation>von der Person gewünscht</translation>
    </message>
    <message>
        <source>participant asked in person</source>
        <translation>Person persönlich gefragt</translation>
    </message>
    <message>
        <source>participant asked by telephone</source>
        <translation>Person am Telefon gefragt</translation>
    </message>
    <message>
        <source>form on paper</source>
        <translation>Bogen auf Papier</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>nicht gezeigt</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>not in this form</source>
        <translation>nicht in diesem Bogen</translation>
    </message>
    <message>
        <source>reviewed, no action</source>
        <translation>angesehen, keine Maßnahme</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>referred</source>
        <translation>weitergeleitet</translation>
    </message>
    <message>
        <source>participant not reachable</source>
        <translation>Person nicht erreichbar</translation>
    </message>
    <message>
        <source>advice given</source>
        <translation>Rat gegeben</translation>
    </message>
    <message>
        <source>medicine given or changed</source>
        <translation>Medikament gegeben oder geändert</translation>
    </message>
    <message>
        <source>visit arranged</source>
        <translation>Termin vereinbart</translation>
    </message>
    <message>
        <source>examination or test ordered</source>
        <translation>Untersuchung angeordnet</translation>
    </message>
    <message>
        <source>admitted to hospital</source>
        <translation>ins Krankenhaus aufgenommen</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>covers what stands here</source>
        <translation>deckt, was hier steht</translation>
    </message>
    <message>
        <source>no longer covers what stands here</source>
        <translation>deckt nicht mehr, was hier steht</translation>
    </message>
    <message>
        <source>nobody has answered it</source>
        <translation>niemand hat darauf geantwortet</translation>
    </message>
    <message>
        <source>own wish</source>
        <translation>eigener Wunsch</translation>
    </message>
    <message>
        <source>not at the clinic</source>
        <translation>nicht in der Klinik</translation>
    </message>
    <message>
        <source>staff interview by telephone</source>
        <translation>Befragung durch Personal am Telefon</translation>
    </message>
    <message>
        <source>asked by telephone and entered by staff</source>
        <translation>am Telefon gefragt und vom Personal eingegeben</translation>
    </message>
    <message>
        <source>stated by staff</source>
        <translation>vom Personal angegeben</translation>
    </message>
    <message>
        <source>Record of one visit of one participant</source>
        <translation>Protokoll einer Visite einer Person</translation>
    </message>
    <message>
        <source>nurse</source>
        <translation>Pflege</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>Koordination</translation>
    </message>
    <message>
        <source>investigator</source>
        <translation>Prüfarzt/-ärztin</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>{seq} of tablet {device}</source>
        <translation>{seq} von Tablet {device}</translation>
    </message>
</context>
<context>
    <name>PersonVisits</name>
    <message>
        <source>Visit record</source>
        <translation>Visitenprotokoll</translation>
    </message>
    <message>
        <source>Save the record of {visit}</source>
        <translation>Protokoll speichern: {visit}</translation>
    </message>
    <message>
        <source>The record of the visit is in {path}.</source>
        <translation>Das Protokoll der Visite liegt in {path}.</translation>
    </message>
</context>
<context>
    <name>BusyLine</name>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Under way. You can go on working meanwhile.</source>
        <translation>Läuft. Sie können inzwischen weiterarbeiten.</translation>
    </message>
    <message>
        <source>{done} of {total} files. You can go on working meanwhile.</source>
        <translation>{done} von {total} Dateien. Sie können inzwischen weiterarbeiten.</translation>
    </message>
    <message>
        <source>Step {done} of {total} is done. You can go on working meanwhile.</source>
        <translation>Schritt {done} von {total} ist getan. Sie können währenddessen weiterarbeiten.</translation>
    </message>
</context>
<context>
    <name>TriesCard</name>
    <message>
        <source>Tries to send</source>
        <translation>Sendeversuche</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Alle {count} zeigen</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>asked for by {who}</source>
        <translation>verlangt von {who}</translation>
    </message>
    <message>
        <source>{count} times, from {first} to {last}, to {place}, {who}</source>
        <translation>{count}-mal, von {first} bis {last}, nach {place}, {who}</translation>
    </message>
    <message>
        <source>{time}, to {place}, {who}</source>
        <translation>{time}, nach {place}, {who}</translation>
    </message>
    <message>
        <source>Reached. Nothing was waiting, and no new receipt was there.</source>
        <translation>Erreicht. Nichts wartete, und keine neue Quittung war da.</translation>
    </message>
    <message>
        <source>Reached. Bundles: {bundles}, with questionnaires: {responses}. New receipts: {receipts}.</source>
        <translation>Erreicht. Bündel: {bundles}, darin Fragebögen: {responses}. Neue Quittungen: {receipts}.</translation>
    </message>
</context>
<context>
    <name>WhereaboutsCard</name>
    <message>
        <source>By participant</source>
        <translation>Nach Teilnehmenden</translation>
    </message>
    <message>
        <source>The centre has everything of every participant.</source>
        <translation>Die Zentrale hat alles von allen Teilnehmenden.</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Alle {count} zeigen</translation>
    </message>
    <message>
        <source>Show only those who wait</source>
        <translation>Nur Wartende zeigen</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Studiencode</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>In bundle</source>
        <translation>Im Bündel</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Quittung</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>This tablet, {name}: signs what it keeps and sends</source>
        <translation>Dieses Tablet, {name}: signiert, was es aufbewahrt und sendet</translation>
    </message>
    <message>
        <source>The centre, {name}: signs receipts and packs</source>
        <translation>Die Zentrale, {name}: signiert Quittungen und Pakete</translation>
    </message>
    <message>
        <source>The root of the trial: signs for the keys of the centre</source>
        <translation>Die Wurzel der Studie: bürgt für die Schlüssel der Zentrale</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Read the 24 words out over the telephone, or compare all sixteen groups; both name the same key.</source>
        <translation>Lesen Sie am Telefon die 24 (englischen) Wörter vor oder vergleichen Sie alle sechzehn Gruppen; beide nennen denselben Schlüssel.</translation>
    </message>
    <message>
        <source>The host key that is believed at {name}</source>
        <translation>Der Host-Schlüssel, dem bei {name} geglaubt wird</translation>
    </message>
    <message>
        <source>The certificate file that is believed at {name}</source>
        <translation>Die Zertifikatsdatei, der bei {name} geglaubt wird</translation>
    </message>
    <message>
        <source>The login key of this tablet, {name}, at the SFTP server</source>
        <translation>Der Anmeldeschlüssel dieses Tablets, {name}, beim SFTP-Server</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>To the centre on a stick</source>
        <translation>Mit einem Stick zur Zentrale</translation>
    </message>
    <message>
        <source>No stick is in. Put one in; it is shown here by itself.</source>
        <translation>Es steckt kein Stick. Stecken Sie einen ein; er erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Copy everything the centre has not receipted to {stick}?</source>
        <translation>Alles, was die Zentrale nicht quittiert hat, auf {stick} kopieren?</translation>
    </message>
    <message>
        <source>It is sealed; only the centre can open it. Every file is read back from the stick and compared.</source>
        <translation>Es ist versiegelt; nur die Zentrale kann es öffnen. Jede Datei wird vom Stick zurückgelesen und verglichen.</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Jetzt kopieren</translation>
    </message>
    <message>
        <source>Do not copy</source>
        <translation>Nicht kopieren</translation>
    </message>
    <message>
        <source>{stick} cannot be written to</source>
        <translation>{stick} lässt sich nicht beschreiben</translation>
    </message>
    <message>
        <source>{stick} is full</source>
        <translation>{stick} ist voll</translation>
    </message>
    <message>
        <source>Copy to {stick} ({free} free)</source>
        <translation>Auf {stick} kopieren ({free} frei)</translation>
    </message>
    <message>
        <source>Onto a stick</source>
        <translation>Auf einen Stick</translation>
    </message>
</context>
<context>
    <name>DrillLine</name>
    <message>
        <source>Run the drill now</source>
        <translation>Probe jetzt machen</translation>
    </message>
    <message>
        <source>Drills are run by a coordinator or an administrator.</source>
        <translation>Proben macht die Koordination oder die Administration.</translation>
    </message>
    <message>
        <source>Make a backup first.</source>
        <translation>Machen Sie zuerst eine Sicherung.</translation>
    </message>
    <message>
        <source>Nobody has tried yet whether a backup of this device opens.</source>
        <translation>Noch niemand hat geprobt, ob sich eine Sicherung dieses Geräts öffnen lässt.</translation>
    </message>
    <message>
        <source>Restore drill passed {time}.</source>
        <translation>Wiederherstellungsprobe bestanden: {time}.</translation>
    </message>
    <message>
        <source>The restore drill failed {time}. Call the coordinating centre.</source>
        <translation>Die Wiederherstellungsprobe ist gescheitert: {time}. Rufen Sie die Zentrale an.</translation>
    </message>
    <message>
        <source>There is no backup to try yet.</source>
        <translation>Es gibt noch keine Sicherung zum Proben.</translation>
    </message>
    <message>
        <source>It is due now, then every three months. Nothing is restored or changed by it.</source>
        <translation>Sie ist jetzt fällig, dann alle drei Monate. Dabei wird nichts wiederhergestellt oder geändert.</translation>
    </message>
    <message>
        <source>It was due {day}.</source>
        <translation>Sie war fällig am {day}.</translation>
    </message>
    <message>
        <source>The next one is due {day}.</source>
        <translation>Die nächste ist fällig am {day}.</translation>
    </message>
    <message>
        <source>somebody with a key file</source>
        <translation>jemand mit einer Schlüsseldatei</translation>
    </message>
    <message>
        <source>By {who}: the backup does not hold together; nothing in it was opened.</source>
        <translation>Durch {who}: die Sicherung hält nicht zusammen; darin wurde nichts geöffnet.</translation>
    </message>
    <message>
        <source>By {who}: {payloads} sealed records opened; rebuilt: {people} participants, {done} forms.</source>
        <translation>Durch {who}: {payloads} versiegelte Einträge geöffnet; wiederaufgebaut: {people} Teilnehmende, {done} Fragebögen.</translation>
    </message>
    <message>
        <source>Things that do not fit: {count}.</source>
        <translation>Was nicht stimmt: {count}.</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>Devices of this site</source>
        <translation>Geräte dieses Zentrums</translation>
    </message>
    <message>
        <source>This tablet, set up {time}.</source>
        <translation>Dieses Tablet, eingerichtet am {time}.</translation>
    </message>
    <message>
        <source>The device before this one, set up {time}. It must not be used any more.</source>
        <translation>Das Gerät vor diesem, eingerichtet am {time}. Es darf nicht mehr benutzt werden.</translation>
    </message>
    <message>
        <source>Questionnaires without a receipt: {count}.</source>
        <translation>Fragebögen ohne Quittung: {count}.</translation>
    </message>
    <message>
        <source>The centre has every finished questionnaire of it.</source>
        <translation>Die Zentrale hat jeden fertigen Fragebogen davon.</translation>
    </message>
    <message>
        <source>Let in from here {time} by {who}. It sends by itself.</source>
        <translation>Von hier aus zugelassen am {time} durch {who}. Es sendet selbst.</translation>
    </message>
    <message>
        <source>Another tablet of the site, known here since {time} by {who}. It sends by itself.</source>
        <translation>Ein anderes Tablet des Zentrums, hier bekannt gemacht am {time} durch {who}. Es sendet selbst.</translation>
    </message>
    <message>
        <source>Exchange over the network</source>
        <translation>Über das Netz austauschen</translation>
    </message>
    <message>
        <source>Exchange with the other tablets</source>
        <translation>Mit den anderen Tablets austauschen</translation>
    </message>
    <message>
        <source>Choose the stick or folder where all tablets of the site leave their letters.</source>
        <translation>Den Stick oder Ordner wählen, in den alle Tablets des Zentrums ihre Briefe legen.</translation>
    </message>
    <message>
        <source>Its fingerprint was not compared on this tablet, so nothing is taken in from it.</source>
        <translation>Sein Fingerabdruck wurde auf diesem Tablet nicht verglichen, daher wird nichts davon übernommen.</translation>
    </message>
    <message>
        <source>Nothing was heard from it yet.</source>
        <translation>Von ihm ist noch nichts angekommen.</translation>
    </message>
    <message>
        <source>Heard from it {time}, up to its event {upto}. Its finished questionnaires here: {count}.</source>
        <translation>Zuletzt gehört am {time}, bis zu seinem Ereignis {upto}. Fertige Fragebögen von ihm hier: {count}.</translation>
    </message>
    <message>
        <source>Part of what it told cannot be read here any more; exchange again.</source>
        <translation>Ein Teil davon ist hier nicht mehr lesbar; bitte erneut austauschen.</translation>
    </message>
    <message>
        <source>Nothing more of it is taken in since {time}.</source>
        <translation>Seit {time} wird nichts mehr von ihm übernommen.</translation>
    </message>
    <message>
        <source>Closed {time} by {who}: it goes to the site {site}. Nothing is recorded on it any more.</source>
        <translation>Geschlossen {time} von {who}: Es geht an das Zentrum {site}. Darauf wird nichts mehr festgehalten.</translation>
    </message>
    <message>
        <source>The centre has all of it: it can be set up anew once the centre agrees.</source>
        <translation>Die Studienzentrale hat alles davon: Es kann neu eingerichtet werden, sobald sie zustimmt.</translation>
    </message>
    <message>
        <source>Send that too, and look for the receipt, before it goes.</source>
        <translation>Bitte auch das senden und die Quittung suchen, bevor es geht.</translation>
    </message>
    <message>
        <source>This tablet goes to another site…</source>
        <translation>Dieses Tablet geht an ein anderes Zentrum …</translation>
    </message>
    <message>
        <source>It goes to the site {site} and is not used here any more.</source>
        <translation>Es geht an das Zentrum {site} und wird hier nicht mehr benutzt.</translation>
    </message>
    <message>
        <source>A tablet that is not known here; its letters lay there {time}. Nothing of it is taken in. Exchange again to see what to compare.</source>
        <translation>Ein hier nicht bekanntes Tablet; am {time} lagen dort Briefe von ihm. Nichts davon wird übernommen. Tauschen Sie noch einmal aus, um zu sehen, was zu vergleichen ist.</translation>
    </message>
    <message>
        <source>The letter with its event {lacks} is missing; later ones wait for it. Exchange on that tablet once more, then here.</source>
        <translation>Der Brief mit seinem Ereignis {lacks} fehlt; spätere warten darauf. Tauschen Sie auf jenem Tablet noch einmal aus, dann hier.</translation>
    </message>
    <message>
        <source>A letter of it seen {time} does not follow what is known of it: it may have been copied or set back. Call the coordinating centre.</source>
        <translation>Ein Brief von ihm, gesehen {time}, schließt nicht an das an, was von ihm bekannt ist: Es wurde vielleicht kopiert oder zurückgesetzt. Rufen Sie die Studienzentrale an.</translation>
    </message>
</context>
<context>
    <name>OtherTablets</name>
    <message>
        <source>{visit}, {form}: filled in {count} times ({where}). All stand; a person must decide.</source>
        <translation>{visit}, {form}: {count}-mal ausgefüllt ({where}). Alle bleiben stehen; eine Person muss entscheiden.</translation>
    </message>
    <message>
        <source>This study code was given on more than one tablet ({each}). Make sure that it is one person.</source>
        <translation>Dieser Studiencode wurde auf mehr als einem Tablet vergeben ({each}). Prüfen Sie, ob es eine Person ist.</translation>
    </message>
    <message>
        <source>Recorded on tablet {device}: questionnaires {count}. Read them here, change them there.</source>
        <translation>Auf Tablet {device} erfasst: Fragebögen {count}. Hier lesen, dort ändern.</translation>
    </message>
    <message>
        <source>Begun on another tablet and not finished when it last told: {count}.</source>
        <translation>Auf einem anderen Tablet begonnen und beim letzten Austausch nicht beendet: {count}.</translation>
    </message>
    <message>
        <source>tablet {device}</source>
        <translation>Tablet {device}</translation>
    </message>
    <message>
        <source>this tablet</source>
        <translation>dieses Tablet</translation>
    </message>
    <message>
        <source>{fact} was stated on two tablets that had not heard of each other ({each}). Until somebody states it again, this counts: {value}.</source>
        <translation>{fact}: auf zwei Tablets erfasst, die noch nichts voneinander wussten ({each}). Bis jemand es neu erfasst, gilt: {value}.</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Widerruf</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>withdrawn from {day} on</source>
        <translation>widerrufen ab {day}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>met</name>
    <message>
        <source>Exchanged. Letters of this tablet put there: {count}.</source>
        <translation>Ausgetauscht. Dort abgelegte Briefe dieses Tablets: {count}.</translation>
    </message>
    <message>
        <source>Nothing new came from other tablets.</source>
        <translation>Von anderen Tablets kam nichts Neues.</translation>
    </message>
    <message>
        <source>Letters that were not taken in; everything else was:</source>
        <translation>Briefe, die nicht übernommen wurden; alles andere wurde es:</translation>
    </message>
    <message>
        <source>{device}: {responses} finished questionnaires came, in {events} new events.</source>
        <translation>{device}: {responses} fertige Fragebögen angekommen, in {events} neuen Ereignissen.</translation>
    </message>
    <message>
        <source>{device}: the letter with its event {lacks} is missing; later ones wait for it. Exchange on that tablet once more, then here.</source>
        <translation>{device}: Der Brief mit dem Ereignis {lacks} fehlt; spätere warten darauf. Dort noch einmal austauschen, dann hier.</translation>
    </message>
    <message>
        <source>Letters of a tablet that is not known here lie there: {device}. Nothing of it was taken in.</source>
        <translation>Dort liegen Briefe eines Tablets, das hier nicht bekannt ist: {device}. Nichts davon wurde übernommen.</translation>
    </message>
    <message>
        <source>Compare these words with what 'retnet-pro site neighbours' shows on that tablet: {words}</source>
        <translation>Diese Wörter mit denen vergleichen, die „retnet-pro site neighbours“ auf jenem Tablet zeigt: {words}</translation>
    </message>
    <message>
        <source>If they are the same, make it known on this tablet with: {command}</source>
        <translation>Stimmen sie überein, das Tablet hier bekannt machen mit: {command}</translation>
    </message>
</context>
<context>
    <name>LeavingPage</name>
    <message>
        <source>This tablet goes to another site</source>
        <translation>Dieses Tablet geht an ein anderes Zentrum</translation>
    </message>
    <message>
        <source>Which site does it go to?</source>
        <translation>An welches Zentrum geht es?</translation>
    </message>
    <message>
        <source>Why does it go there?</source>
        <translation>Warum geht es dorthin?</translation>
    </message>
    <message>
        <source>It must go all the same; what is left here is written into the record</source>
        <translation>Es muss trotzdem gehen; was hier offen bleibt, wird festgehalten</translation>
    </message>
    <message>
        <source>Close this tablet</source>
        <translation>Dieses Tablet schließen</translation>
    </message>
    <message>
        <source>Still to be done here</source>
        <translation>Hier noch zu tun</translation>
    </message>
    <message>
        <source>Everything here is finished, and the centre has received it.</source>
        <translation>Hier ist alles abgeschlossen, und die Studienzentrale hat es bestätigt.</translation>
    </message>
    <message>
        <source>Questionnaires that were begun: {count}. Finish them, or close them as partial.</source>
        <translation>Begonnene Fragebögen: {count}. Bitte abschließen oder als Teil schließen.</translation>
    </message>
    <message>
        <source>Forms on paper that are not read in twice: {count}.</source>
        <translation>Papierbögen, die nicht zweimal eingelesen sind: {count}.</translation>
    </message>
    <message>
        <source>Forms of staff that are open: {count}. Close them, or set them aside.</source>
        <translation>Offene Formulare des Personals: {count}. Bitte schließen oder beiseitelegen.</translation>
    </message>
    <message>
        <source>Answers in the wrong place, not decided about: {count}.</source>
        <translation>Antworten am falschen Platz, über die nicht entschieden ist: {count}.</translation>
    </message>
    <message>
        <source>Alerts that were raised here and are open: {count}. Answer them.</source>
        <translation>Offene Warnungen, die hier entstanden: {count}. Bitte beantworten.</translation>
    </message>
    <message>
        <source>Records without a receipt: {count}. Send them, then look for receipts.</source>
        <translation>Aufzeichnungen ohne Quittung: {count}. Bitte senden und dann Quittungen suchen.</translation>
    </message>
    <message>
        <source>Questionnaires of the device before this one, not with the centre: {count}.</source>
        <translation>Fragebögen des Geräts vor diesem, die nicht bei der Studienzentrale sind: {count}.</translation>
    </message>
    <message>
        <source>Records the other tablets do not know: {count}. Exchange with them.</source>
        <translation>Aufzeichnungen, die die anderen Tablets nicht kennen: {count}. Bitte mit ihnen austauschen.</translation>
    </message>
    <message>
        <source>This cannot be undone</source>
        <translation>Das lässt sich nicht rückgängig machen</translation>
    </message>
    <message>
        <source>From then on nobody answers on it and nothing is recorded; it only sends what it holds.</source>
        <translation>Von da an wird darauf nicht mehr geantwortet und nichts mehr festgehalten; es sendet nur noch, was es enthält.</translation>
    </message>
    <message>
        <source>Its record stays with this site. At the other site it is set up anew, with nothing from here.</source>
        <translation>Seine Aufzeichnungen bleiben bei diesem Zentrum. Am anderen Zentrum wird es neu eingerichtet, ohne etwas von hier.</translation>
    </message>
    <message>
        <source>Participants go on with another tablet of this site. Make a last backup before.</source>
        <translation>Die Teilnehmenden machen mit einem anderen Tablet dieses Zentrums weiter. Vorher bitte eine letzte Sicherung machen.</translation>
    </message>
    <message>
        <source>No names; the reason is sealed into the record, the centre reads both.</source>
        <translation>Keine Namen; der Grund wird versiegelt festgehalten, die Studienzentrale liest beides.</translation>
    </message>
</context>
<context>
    <name>LeavingWays</name>
    <message>
        <source>This tablet is closed. Send that to the centre and look for the receipt; then it can go.</source>
        <translation>Dieses Tablet ist geschlossen. Bitte das an die Studienzentrale senden und die Quittung suchen; dann kann es gehen.</translation>
    </message>
</context>
<context>
    <name>ScanView</name>
    <message>
        <source>The scan; the arrow keys move it</source>
        <translation>Der Scan; die Pfeiltasten bewegen ihn</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Scan of the paper form</source>
        <translation>Scan des Papierbogens</translation>
    </message>
    <message>
        <source>This form is not recorded yet, so no answers stand beside it.</source>
        <translation>Dieser Bogen ist noch nicht erfasst, deshalb stehen keine Antworten daneben.</translation>
    </message>
    <message>
        <source>Attached by {who}, {time}. SHA-256 {hash}</source>
        <translation>Angehängt von {who}, {time}. SHA-256 {hash}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Spreadsheet, with codebook (CSV)</source>
        <translation>Tabelle mit Codebuch (CSV)</translation>
    </message>
    <message>
        <source>For analysis (ADaM, CSV)</source>
        <translation>Zur Auswertung (ADaM, CSV)</translation>
    </message>
    <message>
        <source>For analysis in SAS (ADaM, XPT)</source>
        <translation>Zur Auswertung in SAS (ADaM, XPT)</translation>
    </message>
    <message>
        <source>For SAS or a regulator (SDTM, XPT)</source>
        <translation>Für SAS oder eine Behörde (SDTM, XPT)</translation>
    </message>
    <message>
        <source>For a regulator (SDTM, JSON)</source>
        <translation>Für eine Behörde (SDTM, JSON)</translation>
    </message>
    <message>
        <source>For a REDCap project</source>
        <translation>Für ein REDCap-Projekt</translation>
    </message>
    <message>
        <source>For a trial database (ODM-XML)</source>
        <translation>Für eine Studiendatenbank (ODM)</translation>
    </message>
    <message>
        <source>For a hospital or registry (FHIR)</source>
        <translation>Für Klinik oder Register (FHIR)</translation>
    </message>
    <message>
        <source>For Python, R or DuckDB (Parquet)</source>
        <translation>Für Python, R oder DuckDB (Parquet)</translation>
    </message>
</context>
<context>
    <name>TakeOutPage</name>
    <message>
        <source>Take data out</source>
        <translation>Daten entnehmen</translation>
    </message>
    <message>
        <source>What are they for?</source>
        <translation>Wofür sind sie?</translation>
    </message>
    <message>
        <source>Into a folder</source>
        <translation>In einen Ordner</translation>
    </message>
    <message>
        <source>Or into a folder</source>
        <translation>Oder in einen Ordner</translation>
    </message>
    <message>
        <source>{participants} participants with {forms} finished questionnaires of this site</source>
        <translation>{participants} Teilnehmende mit {forms} fertigen Fragebögen dieses Zentrums</translation>
    </message>
    <message>
        <source>Everybody who has these files can read them</source>
        <translation>Wer diese Dateien hat, kann sie lesen</translation>
    </message>
    <message>
        <source>The answers stand in them in the clear: study codes, arms, answers, scores, days and events. What the centre needs goes sealed, under Safe &amp; sent.</source>
        <translation>Die Antworten stehen offen darin: Studiencodes, Arme, Antworten, Werte, Tage und Ereignisse. Was die Zentrale braucht, geht versiegelt hinaus, unter „Alles sicher?“.</translation>
    </message>
    <message>
        <source>No names of participants: this program knows none. Remarks that staff typed can be in them.</source>
        <translation>Keine Namen von Teilnehmenden: dieses Programm kennt keine. Bemerkungen, die das Team getippt hat, können darin stehen.</translation>
    </message>
    <message>
        <source>Of several answers to the same form and visit all are in them, marked as disputed.</source>
        <translation>Von mehreren Antworten auf dasselbe Formular und denselben Besuch sind alle darin, als strittig markiert.</translation>
    </message>
    <message>
        <source>These are data of the study.</source>
        <translation>Es sind Daten der Studie.</translation>
    </message>
    <message>
        <source>These are no data of a study; every file says so.</source>
        <translation>Es sind keine Daten einer Studie; jede Datei sagt das.</translation>
    </message>
    <message>
        <source>Who takes them out, when, in which format and how many is written down before.</source>
        <translation>Wer sie wann in welchem Format entnimmt und wie viele, wird vorher festgehalten.</translation>
    </message>
    <message>
        <source>Words of the questions are in them, where the format has room: {forms}.</source>
        <translation>Der Wortlaut der Fragen ist darin, wo das Format Platz hat: {forms}.</translation>
    </message>
    <message>
        <source>They are marked as demonstration wording.</source>
        <translation>Er ist als Demonstrationswortlaut markiert.</translation>
    </message>
    <message>
        <source>Words of the questions stay here, as their licence says: {forms}.</source>
        <translation>Der Wortlaut der Fragen bleibt hier, wie die Lizenz es sagt: {forms}.</translation>
    </message>
    <message>
        <source>Write the files into which folder?</source>
        <translation>In welchen Ordner sollen die Dateien?</translation>
    </message>
    <message>
        <source>Write open files to {place}?</source>
        <translation>Offene Dateien schreiben: {place}?</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>Dateien schreiben</translation>
    </message>
    <message>
        <source>Do not write</source>
        <translation>Nicht schreiben</translation>
    </message>
    <message>
        <source>Written and read back: {participants} participants with {forms} questionnaires, in {place}.</source>
        <translation>Geschrieben und zurückgelesen: {participants} Teilnehmende mit {forms} Fragebögen, in {place}.</translation>
    </message>
    <message>
        <source>{purpose}. The answers stand in it in the clear: keep it as you keep a patient's file.</source>
        <translation>{purpose}. Die Antworten stehen offen darin: verwahren Sie es wie eine Krankenakte.</translation>
    </message>
    <message>
        <source>Files with their SHA-256</source>
        <translation>Dateien mit ihrer SHA-256</translation>
    </message>
</context>
<context>
    <name>ScorePage</name>
    <message>
        <source>How this score came about</source>
        <translation>Wie dieser Wert zustande kam</translation>
    </message>
    <message>
        <source>Which response</source>
        <translation>Welche Antwort</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>Numbers in the formula have at most four decimals here; it is computed with exact fractions.</source>
        <translation>Zahlen in der Formel stehen hier mit höchstens vier Nachkommastellen; gerechnet wird mit genauen Brüchen.</translation>
    </message>
    <message>
        <source>There is nothing to put in, because there is no score.</source>
        <translation>Es gibt nichts einzusetzen, weil es keinen Wert gibt.</translation>
    </message>
    <message>
        <source>Scoring version {version}</source>
        <translation>Berechnung Version {version}</translation>
    </message>
    <message>
        <source>form {version} ({hash})</source>
        <translation>Formular {version} ({hash})</translation>
    </message>
    <message>
        <source>Scored again from these answers just now: the same as on record.</source>
        <translation>Soeben aus diesen Antworten neu berechnet: dasselbe wie aufgezeichnet.</translation>
    </message>
    <message>
        <source>Scored again from these answers just now, something else comes out than on record.</source>
        <translation>Soeben aus diesen Antworten neu berechnet, ergibt sich etwas anderes als aufgezeichnet.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>zählt</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>zählt nicht</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Enters as</source>
        <translation>Geht ein als</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>so, wie er ist</translation>
    </message>
</context>
<context>
    <name>score</name>
    <message>
        <source>Mean of the answered questions, turned into 0 to 100 in a straight line and turned round, so that the best answer gives 100 (linear transformation).</source>
        <translation>Mittel der beantworteten Fragen, geradlinig auf 0 bis 100 übertragen und umgekehrt, sodass die beste Antwort 100 ergibt (lineare Transformation).</translation>
    </message>
    <message>
        <source>Mean of the answered questions, turned into 0 to 100 in a straight line (linear transformation).</source>
        <translation>Mittel der beantworteten Fragen, geradlinig auf 0 bis 100 übertragen (lineare Transformation).</translation>
    </message>
    <message>
        <source>Mean of the answered questions.</source>
        <translation>Mittel der beantworteten Fragen.</translation>
    </message>
    <message>
        <source>Sum of the answered questions; nothing is filled in for the others.</source>
        <translation>Summe der beantworteten Fragen; für die anderen wird nichts eingesetzt.</translation>
    </message>
    <message>
        <source>How often times how bad for each pair of questions, added up; never happened counts as 0.</source>
        <translation>Für jedes Fragenpaar wie oft mal wie schlimm, zusammengezählt; nie aufgetreten zählt als 0.</translation>
    </message>
    <message>
        <source>Mean of other scores; those that are turned round enter as 100 minus their value.</source>
        <translation>Mittel anderer Werte; umgekehrte gehen als 100 minus ihren Wert ein.</translation>
    </message>
    <message>
        <source>{used} of {of} scores are there; all {least} are needed.</source>
        <translation>{used} von {of} Werten sind da; alle {least} werden gebraucht.</translation>
    </message>
    <message>
        <source>{used} of {of} questions are answered; at least {least} are needed.</source>
        <translation>{used} von {of} Fragen sind beantwortet; mindestens {least} werden gebraucht.</translation>
    </message>
    <message>
        <source>Raw score: {formula}</source>
        <translation>Rohwert: {formula}</translation>
    </message>
    <message>
        <source>Score: {formula}</source>
        <translation>Wert: {formula}</translation>
    </message>
    <message>
        <source>No score: {why}</source>
        <translation>Kein Wert: {why}</translation>
    </message>
    <message>
        <source>Displayed as {points}; on record as {full}.</source>
        <translation>Angezeigt als {points}; aufgezeichnet als {full}.</translation>
    </message>
    <message>
        <source>Before an answer was corrected: {points}.</source>
        <translation>Vor der Berichtigung einer Antwort: {points}.</translation>
    </message>
    <message>
        <source>No published threshold.</source>
        <translation>Keine veröffentlichte Schwelle.</translation>
    </message>
    <message>
        <source>On file, not verified: {cut}. This score would be in that range; do not act on that.</source>
        <translation>Hinterlegt, nicht geprüft: {cut}. Dieser Wert läge in diesem Bereich; handeln Sie nicht danach.</translation>
    </message>
    <message>
        <source>On file, not verified: {cut}. This score would not be in that range.</source>
        <translation>Hinterlegt, nicht geprüft: {cut}. Dieser Wert läge nicht in diesem Bereich.</translation>
    </message>
    <message>
        <source>On file, not verified: {cut}. There is no score to compare.</source>
        <translation>Hinterlegt, nicht geprüft: {cut}. Es gibt keinen Wert zum Vergleichen.</translation>
    </message>
    <message>
        <source>Threshold: {cut}. This score is in that range.</source>
        <translation>Schwelle: {cut}. Dieser Wert liegt in diesem Bereich.</translation>
    </message>
    <message>
        <source>Threshold: {cut}. This score is not in that range.</source>
        <translation>Schwelle: {cut}. Dieser Wert liegt nicht in diesem Bereich.</translation>
    </message>
    <message>
        <source>Threshold: {cut}. There is no score to compare.</source>
        <translation>Schwelle: {cut}. Es gibt keinen Wert zum Vergleichen.</translation>
    </message>
    <message>
        <source>below {points}</source>
        <translation>unter {points}</translation>
    </message>
    <message>
        <source>above {points}</source>
        <translation>über {points}</translation>
    </message>
</context>
<context>
    <name>ParcelsCard</name>
    <message>
        <source>Nothing has left this device yet.</source>
        <translation>Noch hat nichts dieses Gerät verlassen.</translation>
    </message>
    <message>
        <source>Bundles and receipts</source>
        <translation>Bündel und Quittungen</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bündel</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Receipt of the centre</source>
        <translation>Quittung der Zentrale</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
</context>
</TS>
