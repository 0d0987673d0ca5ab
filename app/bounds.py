"""Every bound there is, in one place: how long anything waits, and how much anybody may send.

Nothing here waits without a number. Together they keep one promise: where the database hangs, or
more ask than can be answered, every reader has an answer within `PROMISE_SECONDS`.

A reader waits at most `QUEUE_SECONDS` for a turn, and then for the database: `PING_SECONDS` and
`CONNECT_SECONDS` where a connection has died, or one statement. `REQUEST_SECONDS` ends the wait of
the reader whatever is the matter; the work itself ends by the bounds of the database.
"""

from typing import Final

PROMISE_SECONDS: Final = 5.0
"""Within so long everybody is answered, be it with 503."""

# --- the reader's side -------------------------------------------------------------------------

QUEUE_SECONDS: Final = 2.0
"""For how long a request waits for its turn to be worked for."""

REQUEST_SECONDS: Final = 4.5
"""For how long a reader waits for an answer, the queue included. What takes longer goes on being
made, and is there when the reader asks again."""

SHARED_ANSWER_SECONDS: Final = 4.0
"""For how long a reader waits for what another one is working out for both of them."""

RETRY_AFTER_SECONDS: Final = 5
"""When to ask again after a 503."""

SHUTDOWN_SECONDS: Final = 10
"""For how long answers under way may go on after the process has been told to end."""

KEEP_ALIVE_SECONDS: Final = 15
"""For how long an idle connection is kept between two requests."""

HEADER_SECONDS: Final = 10
"""For how long a client may take to send the head of a request, or to say anything at all."""

SEND_SECONDS: Final = 30
"""For how long a client may take none of the answer that is sent to it."""

SHARED_SECONDS: Final = 1
"""For how long a shared cache may give out an answer without asking, and again while it asks."""

SHARED_ERROR_SECONDS: Final = 86_400
"""For how long a shared cache may give out what it has while the site answers with errors."""

LINGER_SECONDS: Final = 5
"""For how long what a client still sends is thrown away after it has been refused. Closing at once
would take the refusal from it."""

PARTING_SECONDS: Final = 0.5
"""For how long an idle connection may still ask once the process has been told to end."""

WATCH_SECONDS: Final = 0.5
"""How often connections are looked at. Whatever ends them may come so much later."""

# --- the database ------------------------------------------------------------------------------

CONNECT_SECONDS: Final = 2
"""For a new connection to PostgreSQL. Its library takes no less than two seconds."""

PING_SECONDS: Final = 1.0
"""For a connection out of the pool to show that it is alive."""

STATEMENT_SECONDS: Final = 2.0
"""For one statement of a reader, on the server and, a little later, on our side of the wire."""

LOCK_SECONDS: Final = 1.5
"""For how long a reader's statement waits for a lock; SQLite's waits as long for a writer."""

POOL_SECONDS: Final = 1.0
"""For a connection out of the pool. There are as many as there are turns, so none should wait."""

LOOK_UP_SECONDS: Final = 2.5
"""For one look at the newest release, everything included."""

FORGET_SECONDS: Final = 600.0
"""How often it is looked for what is kept of people longer than it should be."""

DUE_SECONDS: Final = 15.0
"""Between two looks at what is to be published by the clock. Each process takes its own."""

PREPARE_SECONDS: Final = 0.5
"""For how long a new release is made ready before readers get it. The rest is done beside them."""

BACKGROUND_STATEMENT_SECONDS: Final = 120
"""For one statement of what nobody waits for: what a release needs is made ready."""

WRITER_LOCK_SECONDS: Final = 10
"""For how long those who publish or migrate wait for each other."""

WRITER_STATEMENT_SECONDS: Final = 600
"""For one statement of those who publish or migrate."""

PREVIEW_SECONDS: Final = 8.0
"""For a look at what would be public. Others who write wait meanwhile, and for two seconds more."""

DRY_RUN_SECONDS: Final = 120.0
"""The same from the command line, where thousands of evaluations may be looked at at once."""

START_SECONDS: Final = 30
"""For how long a start waits for a database that is not there yet."""

# --- how much ----------------------------------------------------------------------------------

TURNS: Final = 2
"""Requests that are worked for at once in a process. One waits for the database while the other is
written; more would only take the interpreter from each other and from the kept answers: eight made
no more pages a second, and with four a kept answer took up to 0.7 s (decision 13).
"""

SWITCH_SECONDS: Final = 0.0005
"""For how long a thread may keep the interpreter while another waits for it. Python's own five
milliseconds are long for an answer that is kept."""

QUEUE_LENGTH: Final = 1_000
"""Requests that wait for a turn in a process: as many as it takes connections. Whoever is sent away
at once asks again at once, and the work of saying so is taken from the pages."""

CONNECTIONS: Final = 1_000
"""Open connections a process takes. Less where the system gives it fewer descriptors."""

SPARE_CONNECTIONS: Final = 16
"""Connections beyond that, which are told to come again."""

BACKLOG: Final = 1_024
"""Connections that wait in the system to be taken. Less where there are fewer descriptors."""

OWN_DESCRIPTORS: Final = 64
"""Descriptors a process needs for everything but connections: database, files, workers."""

PIPELINED: Final = 100
"""Requests that one connection may send ahead of their answers."""

RATE_SECONDS: Final = 60
"""The window of the rate limit."""

RATE_ADDRESSES: Final = 20_000
"""Addresses whose requests are counted at once. Beyond that the longest known are forgotten."""

HEADER_BYTES: Final = 32_768
"""The head of a request: its address and all its headers."""

HEADER_COUNT: Final = 100
"""Headers of a request."""

ADDRESS_BYTES: Final = 8_192
"""The address of a request: path and query."""

QUERY_BYTES: Final = 4_096
"""What stands after the question mark."""

BODY_BYTES: Final = 65_536
"""The body of a request: a question of an assistant. More than this is not even read."""

# --- the workspace -----------------------------------------------------------------------------

DESK_TURNS: Final = 3
"""Requests of the workspace that are worked for at once in a process, beside those of readers."""

DESK_QUEUE_LENGTH: Final = 50
"""Requests of the workspace that wait for a turn."""

DESK_SECONDS: Final = 60.0
"""For how long somebody in the workspace waits for an answer: publishing and looking at what
would be published take their time. A database that hangs is told of as soon as to readers."""

DESK_LOCK_SECONDS: Final = 3.5
"""For how long what is saved waits for somebody else who saves or publishes."""

BODY_SECONDS: Final = 10.0
"""For a form to arrive."""

UPLOAD_SECONDS: Final = 120.0
"""For a file to arrive."""

PROVIDER_SECONDS: Final = 4.0
"""For all that is asked of the provider where somebody signs in, together."""

PROVIDER_BYTES: Final = 500_000
"""Of one answer of the provider's."""

PROVIDER_KEPT_SECONDS: Final = 600
"""For how long it is believed what a provider says of itself."""

UPLOADS_AT_ONCE: Final = 4
"""Files that arrive at once in a process: they are held in memory meanwhile."""

DESK_BODY_BYTES: Final = 2_000_000
"""The body of a request of the workspace: a form with all texts of an evaluation, the longest ones
in four languages. Only from those who bring a session along."""

SMALL_FORM_BYTES: Final = 262_144
"""A form that is larger is read as files are: of those who are signed in, and of few at once."""

UPLOAD_BYTES: Final = 20_000_000
"""Of one file that somebody brings in. The largest honest one, two thousand evaluations with all
their findings, takes about eight. More than this is not even read."""

KEPT_UPLOADS: Final = 50
"""Files of one account that are kept at a time, and"""
KEPT_UPLOADS_BYTES: Final = 200_000_000
"""how much they hold together. Every backup holds them too."""

KEPT_UPLOAD_DAYS: Final = 90
"""For how long a file is kept after it was brought in. While a draft made of it is in work, it
stays: whoever reviews the draft may want to see where its figures come from."""

UPLOADS_FORGOTTEN_AT_ONCE: Final = 20
"""Files that one look deletes: of the largest, 400 MB. The next look takes more."""

DISCARDED_DAYS: Final = 365
"""For how long it is kept what stood in a draft that was given up."""

ENDED_LINK_DAYS: Final = 365
"""For how long a link for a reply that is good no more still says so. Then it is as if it had never
been."""

UPLOAD_FORM_BYTES: Final = UPLOAD_BYTES + BODY_BYTES
"""The request that a file is sent in, with what stands around it."""

# --- what is told of it ------------------------------------------------------------------------

REPEAT_SECONDS: Final = 30.0
"""The same fault is logged once in so long, with the number of times it was seen meanwhile."""

LOG_LINES: Final = 10_000
"""Log lines that wait to be written in a process. Where nobody takes them, more are given up."""

LOG_CHARACTERS: Final = 8_192
"""Of one message, and of one traceback."""

LOG_CLOSING_SECONDS: Final = 1.0
"""For the last log lines of a process to be written."""

WORKER_SECONDS: Final = 1.0
"""For how long `/metrics` waits for the numbers of the other processes."""

# --- what belongs to a release, and is large ---------------------------------------------------

KEPT_FILES_BYTES: Final = 4_000_000_000
"""Files that are made once and kept on disk, all together. The oldest go first."""

FILE_SECONDS: Final = 2.0
"""For how long a reader waits for a file that somebody else is making."""

FILE_RETRY_SECONDS: Final = 60
"""Before a file that could not be made in the background is tried again."""

FILE_AT_ONCE: Final = 1_000
"""Evaluations of a release whose file is made while the first reader waits; larger ones are made
in the background."""

REPORT_SECONDS: Final = 60.0
"""For one file of a report, from its data to its last byte. With every field filled it takes two
or three; what takes so much longer does not end by itself, and its process is ended."""

REPORT_QUEUE: Final = 60
"""Files of reports that wait in a process of the site: at one or two seconds each, two minutes.
Whoever comes then is told to come again."""

REPORT_RETRY_SECONDS: Final = 60
"""Before a file of a report that could not be made is tried again: whatever is wrong with it would
take the process that makes them from all others."""

REPORT_PASSING_SECONDS: Final = 5
"""The same where what hindered it has nothing to do with the file: no database for a moment, or
another one."""

REPORT_READS: Final = 3
"""How often a database is read for a file of a report where others write to it meanwhile. A read
takes a second at most; whoever works in the workspace saves less often."""

REPORT_AGAIN_SECONDS: Final = 2
"""When to ask again for a file of a report that is being made: said to programs, and done by the
script of the page that says so."""

REPORTS_OF_ONE: Final = 6
"""Files of reports that one address may have made for it at once: all of an evaluation, and one
more. So nobody fills the queue alone."""

REPORT_BUSY_SECONDS: Final = 30
"""When to ask again for one where too many wait."""

REPORT_IDLE_SECONDS: Final = 300.0
"""For how long the process that makes files of reports is kept without work. It holds some 300 MB,
and a new one takes a second to begin."""

REPORT_MEMORY_BYTES: Final = 1_500_000_000
"""Of addresses that the process which makes files of reports may use, as the system counts them:
most of it is never filled. The largest report takes some 300 MB of memory."""

REPORT_WORN_SHARE: Final = 0.5
"""Of that: a process that uses more when a file is made ends, and the next file has a new one. Each
report adds some 100 MB that are not given back, and the largest needs 350 MB."""

REPORT_THREADS: Final = 2
"""Of the libraries that set reports, however many cores there are: each takes addresses of its
own, of those that `REPORT_MEMORY_BYTES` allows."""

REPORT_NICENESS: Final = 10
"""By how much those who read pages go before those who wait for a file of a report."""

COMPARED_AT_ONCE: Final = 6
"""Evaluations that are set side by side, and that can be ticked to be."""

FEWEST_IN_JOINT_REPORT: Final = 2
"""Evaluations that a joint report sets side by side, and"""
MOST_IN_JOINT_REPORT: Final = 5
"""how many of them a page of paper has columns for."""

LIST_FILE_ROWS: Final = 10_000
"""Items of a list in one file (CSV, spreadsheet, JSON-stat). The next ones are in another file."""

LARGEST_WORKBOOK_ROWS: Final = 100_000
"""Rows of a table of the data set that may be had as a workbook, which is written in memory."""

SITE_MAP_ADDRESSES: Final = 10_000
"""Addresses in one file of the site map. The protocol allows five times as many, in 50 MB."""

MADE_UP_EVALUATIONS: Final = 100_000
"""Evaluations that are made up at most, for measurements."""

# --- what is brought in ------------------------------------------------------------------------

UNPACKED_BYTES: Final = 100_000_000
"""Of everything packed in a workbook, as it says itself and as it is found to be."""

UNPACKED_RATIO: Final = 250
"""How many times larger a packed part may become. Tables of numbers become ten to sixty times
larger; what was made to fill a machine, a thousand times."""

PACKED_PARTS: Final = 2_000
"""Parts in a packed file. A workbook has ten, and a few for every sheet."""

PACKED_LIST_BYTES: Final = 1_000_000
"""Of the list of those parts, which is looked at before it is read."""

READ_SHEETS: Final = 200
"""Sheets of a workbook, or tables packed together."""

READ_ROWS: Final = 200_000
"""The number of the last row, and the lines of a text."""

READ_COLUMNS: Final = 5_000
"""The number of the last column. A score column for each of two thousand evaluations has room."""

READ_CELLS: Final = 600_000
"""Cells with something in them, all sheets together. One takes some 300 bytes while it is read."""

READ_CHARACTERS: Final = 20_000_000
"""In all cells together: as many as a text may have. A long string that stands once in a workbook
and is meant in very many cells is as much to look through as if it stood in each."""

READ_ELEMENTS: Final = 3_000_000
"""Elements in the parts of a workbook: three for every cell, and as many that say nothing."""

READ_MERGED: Final = 20_000
"""Merged ranges of a workbook."""

CELL_CHARACTERS: Final = 32_767
"""In one cell, which is as many as a spreadsheet takes."""

LINE_CHARACTERS: Final = 1_000_000
"""In one line of a text, or one row of a table in text."""

ROW_LINES: Final = 1_000
"""Lines that one row of a table in text may stretch over. Quotes that are never closed go on. A row
of our own tables may hold the texts of many evaluations: there it may have as many as the file."""

JSON_DEPTH: Final = 16
"""Objects and lists within each other. An evaluation in a list has seven. Of every value the way to
it is kept, so that many values far down would fill a machine."""

READ_DOCUMENTS: Final = 3_000
"""Evaluations in one JSON text."""

LIST_ITEMS: Final = 100
"""In one list within an evaluation. The longest, of questions, has some fifty."""

DOCUMENT_VALUES: Final = 5_000
"""In one evaluation as JSON. One with every question and all findings has some five hundred."""

DOCUMENT_CHARACTERS: Final = 1_500_000
"""In one evaluation as JSON: 45 questions, each with the longest text in four languages, preface
and closing part in as many, and all else. What is wrong in it is shown as it stands, several times
over."""

LISTED_FAULTS: Final = 1_000
"""Of one file. Nobody mends more at a time, and what is behind them is not looked at."""

FINDING_CHARACTERS: Final = 500
"""In one finding. The longest in the reports that we have retold has 72; a page of text is none."""

TEXT_CHARACTERS: Final = 3_000
"""In any other text of an evaluation: a note, a title, a practice."""

REPORT_TEXT_CHARACTERS: Final = 10_000
"""In a preface or a closing part: four pages in print. More would be a report within the report."""

QUESTION_TEXT_CHARACTERS: Final = 5_000
"""In the text on one question: two pages. The longest chapter of a report has one for six."""
