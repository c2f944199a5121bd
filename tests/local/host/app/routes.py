"""Functions that only say which of them was reached, and with which route values."""

import json

import azure.functions as func

routes = func.Blueprint()


def reached(name: str, req: func.HttpRequest) -> func.HttpResponse:
    content = {"function": name, "values": dict(req.route_params), "method": req.method}
    return func.HttpResponse(json.dumps(content), mimetype="application/json")


def add(name: str, route: str | None = None, methods: list[str] | None = None, level: str | None = None) -> None:
    async def handle(req: func.HttpRequest) -> func.HttpResponse:
        return reached(name, req)

    handle.__name__ = name
    decorate = routes.route(route=route, methods=methods, auth_level=level)
    routes.function_name(name)(decorate(handle))


add("no_route")
add("literal_route", "Literal/Path")
add("one_value", "one/{Name}")
add("optional_value", "optional/{name?}")
add("default_value", "default/{name=fallback}")
add("rest_value", "rest/{*path}")
add("two_in_one", "two/{first}-{second}")
add("with_extension", "file/{name}.{extension?}")
add("constrained_guid", "guid/{id:guid}")
add("constrained_int", "int/{id:int}")
add("constrained_range", "range/{id:range(3,5)}")
add("constrained_regex", r"regex/{code:regex(^[a-z]{{2}}\d$)}")
add("constrained_length", "length/{id:length(4)}")
add("constrained_between", "between/{id:minlength(2):maxlength(3)}")
add("constrained_alpha", "alpha/{id:alpha}")
add("aa_first", "order/{anything}")
add("bb_second", "order/exact")
add("sort_a", "sorted/{x}")
add("sortb", "sorted/{x}")
add("verb_get", "verbs", ["GET"])
add("verb_post", "verbs", ["POST"])
add("conflict_one", "conflict", ["GET", "PUT"])
add("conflict_two", "conflict", ["PUT", "DELETE"])
add("own_admin", "Admin/{x}")
add("own_runtime", "runtime/x")
add("own_admin_by_letters", "administer")
add("switched_off", "switched-off")
add("key_function", "key/function", level="function")
add("key_admin", "key/admin", level="admin")
