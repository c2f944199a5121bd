"""The fixture app of the host's tests: every function answers with what it was given."""

import azure.functions as func
from background import background
from echo import echo
from grid import grid
from routes import routes

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)
app.register_functions(routes)
app.register_functions(echo)
app.register_functions(background)
app.register_functions(grid)
