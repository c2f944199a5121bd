"""What an organisation does not let happen to its document types and the numbers of its documents."""

from shared.errors import Conflict


class DocumentTypeCodeTaken(Conflict):
    code = "document_type_code_taken"
    message = "Another document type of the organisation has this code already, perhaps a retired one."


class TooManyDocumentTypes(Conflict):
    code = "too_many_document_types"
    message = "An organisation has at most 100 document types in use. Retire one first."


class DocumentTypeRetired(Conflict):
    code = "document_type_retired"
    message = "This document type is retired: documents of it stay, but no new ones are made."


class DocumentNumberTaken(Conflict):
    code = "document_number_taken"
    message = "Another document of the organisation has or had this number."
