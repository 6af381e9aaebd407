"""What can be wrong with a student's file."""


class FileRejectedError(Exception):
    """The file breaks a rule. The message is ours alone: no text of the file, nothing about hidden images."""

    def __init__(self, code: str, message: str, file: str = "model.onnx") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.file = file
