"""What can be wrong with an operation on many documents."""

from shared.errors import Conflict


class NotADryRun(Conflict):
    code = "not_a_dry_run"
    message = "Only a dry run can be carried out."


class NotFinished(Conflict):
    code = "not_finished"
    message = "The dry run has not been finished, so nobody knows yet what it would do."


class NotATable(Conflict):
    code = "not_a_table"
    message = "The file is not a table: text in columns, separated by commas, semicolons, tabs or bars, with a line of names first."


class ColumnsTwice(Conflict):
    code = "columns_twice"
    message = "The table has several columns of one name."


class NotReadable(Conflict):
    code = "not_readable"
    message = "Only a ready revision that is a table of text can be imported."


class OfAnotherType(Conflict):
    code = "of_another_type"
    message = "The document is not of this type any more."


class NotTheNewest(Conflict):
    code = "not_the_newest"
    message = "This is not the newest version of the type. Look at what changed since, and ask for that one."
