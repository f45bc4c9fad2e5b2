"""A stand-in for REDCap's API on loopback: keeps records as REDCap does, and refuses columns it does not have."""

import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

TOKEN = "A1B2C3D4E5F60718293A4B5C6D7E8F90"
API_NAMES = (
    "field_name", "form_name", "section_header", "field_type", "field_label", "select_choices_or_calculations",
    "field_note", "text_validation_type_or_show_slider_number", "text_validation_min", "text_validation_max",
    "identifier", "branching_logic", "required_field", "custom_alignment", "question_number", "matrix_group_name",
    "matrix_ranking", "field_annotation",
)  # fmt: skip
KEY = ("record_id", "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance")


class RedcapProject:
    """One project with a dictionary. What was asked is kept without the token."""

    def __init__(self, dictionary: list[list[str]]) -> None:
        self.metadata = [dict(zip(API_NAMES, line, strict=True)) for line in dictionary[1:]]
        self.records: dict[tuple[str, ...], dict[str, str]] = {}
        self.asked: list[dict[str, str]] = []

    def fields(self) -> dict[str, dict[str, str]]:
        own = {one["field_name"]: one for one in self.metadata}
        forms = {one["form_name"] for one in self.metadata}
        return {**own, **{f"{form}_complete": {"field_name": f"{form}_complete", "form_name": form} for form in forms}}

    def answer(self, asked: dict[str, str]) -> tuple[int, bytes]:
        if asked.pop("token", "") != TOKEN:
            return 403, b'{"error": "You do not have permissions to use the API"}'
        self.asked.append(asked)
        match asked["content"], asked.get("action", ""):
            case "version", _:
                return 200, b"14.5.5"
            case "metadata", _:
                return 200, json.dumps(self.metadata).encode()
            case "record", _ if "data" in asked:
                return self._import(asked)
            case "record", _:
                return 200, json.dumps(self._export(asked)).encode()
            case _:
                return 400, b'{"error": "The value of the parameter content is not valid"}'

    def _import(self, asked: dict[str, str]) -> tuple[int, bytes]:
        rows, fields = json.loads(asked["data"]), self.fields()
        for row in rows:
            for name, value in row.items():
                if name in KEY:
                    continue
                if name not in fields:
                    return 400, json.dumps({"error": f"no such field: {name}"}).encode()
                choices = fields[name].get("select_choices_or_calculations", "")
                if value and choices and value not in re.findall(r"(\d+), ", choices):
                    return 400, json.dumps({"error": f'"{row["record_id"]}","{name}","{value}"'}).encode()
        for row in rows:
            kept = self.records.setdefault(tuple(str(row.get(name, "")) for name in KEY), {})
            for name, value in row.items():
                if name not in KEY and (value or asked["overwriteBehavior"] == "overwrite"):
                    kept[name] = value
        if asked["returnContent"] == "count":
            return 200, json.dumps({"count": len({row["record_id"] for row in rows})}).encode()
        return 200, json.dumps(sorted({row["record_id"] for row in rows})).encode()

    def _export(self, asked: dict[str, str]) -> list[dict[str, str]]:
        wanted = {asked[name] for name in asked if name.startswith("forms")}
        some = {asked[name] for name in asked if name.startswith("records")}
        names = [name for name, one in self.fields().items() if not wanted or one["form_name"] in wanted]
        return [
            {**dict(zip(KEY, key, strict=True)), **{name: values.get(name, "") for name in names if name not in KEY}}
            for key, values in sorted(self.records.items())
            if not some or key[0] in some
        ]


@contextmanager
def running(project: RedcapProject):
    """Yield the address of the API while the project answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            asked = {name: values[0] for name, values in parse_qs(body, keep_blank_values=True).items()}
            status, said = project.answer(asked)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/api/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
