"""What can be wrong with sharing a document, and with the password of a link. A link that does not work is identity's LinkInvalid."""

from shared.errors import Conflict, FieldError, Forbidden, Invalid


class NothingToShare(Conflict):
    code = "nothing_to_share"
    message = "A document can be shared once its file is ready, and while it is not in the trash."


class LinkPasswordWrong(Invalid):
    code = "link_password_wrong"
    message = "This is not the password of the link."

    def __init__(self) -> None:
        super().__init__(fields=[FieldError("password", self.code, self.message)])


class ViewOnly(Forbidden):
    code = "view_only"
    message = "This link shows the document; it does not give the file away."


class NoPreview(Conflict):
    code = "no_preview"
    message = "There are no pictures of this file, or not yet."


class LookEnded(Conflict):
    code = "look_ended"
    message = "What was opened is not shown any longer, or there is a newer revision by now. Open the link again."


class LinkFull(Conflict):
    code = "link_full"
    message = "This link takes no more files, or not one of this size. Ask the person who sent it for another."
