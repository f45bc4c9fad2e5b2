<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AnswerTable</name>
    <message>
        <source>Which response</source>
        <translation>Welche Antworten</translation>
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
        <source>Tumour symptoms at baseline?</source>
        <translation>Tumorsymptome zu Beginn?</translation>
    </message>
    <message>
        <source>From this day on no questionnaire is handed over to this participant. What is recorded stays.</source>
        <translation>Ab diesem Tag wird dieser Person kein Fragebogen mehr übergeben. Was eingetragen ist, bleibt.</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Was ist geschehen?</translation>
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
    <name>LoginPage</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Kennsatz</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
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
        <translation>Aufgenommen</translation>
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
        <translation>Sicher &amp; gesendet</translation>
    </message>
    <message>
        <source>Export to a folder or stick</source>
        <translation>Auf Stick oder Ordner</translation>
    </message>
    <message>
        <source>Look for receipts</source>
        <translation>Quittungen suchen</translation>
    </message>
    <message>
        <source>Nothing has left this device yet.</source>
        <translation>Noch hat nichts dieses Gerät verlassen.</translation>
    </message>
    <message>
        <source>Bundles and receipts</source>
        <translation>Bündel und Quittungen</translation>
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
        <source>The backup is made and was read back.</source>
        <translation>Die Sicherung ist gemacht und wurde zurückgelesen.</translation>
    </message>
    <message>
        <source>Back up to which stick, share or folder?</source>
        <translation>Auf welchen Stick, welches Netzlaufwerk oder in welchen Ordner sichern?</translation>
    </message>
    <message>
        <source>From the device before this one: {count}; the centre must take in that device's log file.</source>
        <translation>Vom Gerät vor diesem: {count}; die Zentrale muss dessen Aufzeichnung einlesen.</translation>
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
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
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
        <translation>Ausgeschieden</translation>
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
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>{count} answers so far</source>
        <translation>bisher {count} Antworten</translation>
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
        <source>{days} days late</source>
        <translation>{days} Tage zu spät</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>1 Tag zu spät</translation>
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
        <source>Withdrew</source>
        <translation>Ausgeschieden</translation>
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
        <source>'{subject}' is not a study code of this site: {why}. Type it again from the enrolment sheet.</source>
        <translation>'{subject}' ist kein Studiencode dieses Zentrums: {why}. Bitte noch einmal vom Aufnahmebogen abschreiben.</translation>
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
        <source>Everything on this device has been sent and received. There is nothing to export.</source>
        <translation>Alles auf diesem Gerät ist gesendet und quittiert. Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>There is no complete wording of '{form}' in language '{language}'. Choose another language or import the wording pack.</source>
        <translation>Für '{form}' gibt es keinen vollständigen Wortlaut in der Sprache '{language}'. Bitte eine andere Sprache wählen oder das Wortlautpaket einlesen.</translation>
    </message>
    <message>
        <source>The wording of '{form}' in language '{language}' here is demonstration wording and not valid for a study. Import the licensed wording pack first.</source>
        <translation>Der Wortlaut von '{form}' in der Sprache '{language}' ist Demonstrationswortlaut und für eine Studie nicht gültig. Bitte zuerst das lizenzierte Wortlautpaket einlesen.</translation>
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
        <source>{place} cannot be reached ({why}). The data stay safe here; check the stick or folder and try again.</source>
        <translation>{place} ist nicht erreichbar ({why}). Die Daten bleiben hier sicher; bitte Stick oder Ordner prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({why}). Everything confirmed so far is safe. Start the program again; if it happens again, call the coordinating centre.</source>
        <translation>Etwas ging schief, das nicht schiefgehen darf ({why}). Alles bisher Bestätigte ist sicher. Bitte das Programm neu starten; geschieht es wieder, die Zentrale anrufen.</translation>
    </message>
    <message>
        <source>The site in {path} is older than it was before: it ends at event {seq} and had {had}. An old copy seems to have been put in its place. Do not use it; run 'retnet-pro site restore' with the newest backup.</source>
        <translation>Das Zentrum in {path} ist älter, als es schon war: Es endet mit Ereignis {seq} und hatte {had}. Offenbar wurde eine alte Kopie an seine Stelle gelegt. Bitte nicht benutzen, sondern 'retnet-pro site restore' mit der neuesten Sicherung ausführen.</translation>
    </message>
    <message>
        <source>No place for backups is set on this device. Choose one on the page Safe &amp; sent, or with 'retnet-pro site backup'.</source>
        <translation>Auf diesem Gerät ist kein Ort für Sicherungen festgelegt. Bitte auf der Seite Sicher &amp; gesendet oder mit 'retnet-pro site backup' einen wählen.</translation>
    </message>
    <message>
        <source>The backup {path} cannot be used: {why}. Nothing was changed. Take another backup or the right key.</source>
        <translation>Die Sicherung {path} kann nicht benutzt werden: {why}. Es wurde nichts geändert. Bitte eine andere Sicherung oder den richtigen Schlüssel nehmen.</translation>
    </message>
    <message>
        <source>{subject} began this questionnaire on the device before this one, so it cannot go on here. Close it as partial on the page Today; the answers so far are kept.</source>
        <translation>{subject} hat diesen Fragebogen auf dem Gerät vor diesem begonnen; er kann hier nicht weitergehen. Bitte auf der Seite Heute als unvollständig schließen; die bisherigen Antworten bleiben erhalten.</translation>
    </message>
</context>
</TS>
