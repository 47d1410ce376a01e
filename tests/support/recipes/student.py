"""A student at a JupyterHub, over HTTP and the kernel's websocket, as a browser would do it."""

import json
import time
import uuid

import requests
import websocket

LESSON = "lessons/01-what-is-this-thing.ipynb"
SIGNATURE, QUESTION = "names = ...", "signed_by = ..."
ANSWER = "application/vnd.lessonkit.answer+json"


class Student:
    """One student, with a name that is the password too."""

    def __init__(self, address, name):
        self.address, self.name = address, name
        self.at = f"{address}/user/{name}"

    def work(self):
        """Sign in, run the lesson with an answer, save; return the seconds to the first result."""
        start = time.perf_counter()
        self._sign_in()
        lesson = self._api("GET", f"contents/{LESSON}")["content"]
        for cell in lesson["cells"]:
            cell["source"] = cell["source"].replace(SIGNATURE, f'names = "{self.name}"')
            cell["source"] = cell["source"].replace(QUESTION, 'signed_by = "Kirk"')
        session = self._api("POST", "sessions", {
            "path": LESSON, "name": "", "type": "notebook", "kernel": {"name": "python3"},
        })  # fmt: skip
        first = self._run(lesson, session["kernel"]["id"]) - start
        self._api("PUT", f"contents/{LESSON}", {
            "type": "notebook", "format": "json", "content": lesson,
        })  # fmt: skip
        return first

    def sign_out(self):
        """Sign out; then the notebooks are no longer to be had."""
        self.web.get(f"{self.address}/hub/logout", timeout=60).raise_for_status()
        answer = self.web.get(f"{self.at}/api/contents/{LESSON}", timeout=60)
        assert answer.status_code != 200 or "/hub/" in answer.url, answer.url

    def find_again(self):
        """Sign in again, to a new server; tell whether answer and name stand in the lesson."""
        self._sign_in()
        lesson = self._api("GET", f"contents/{LESSON}")["content"]
        kept = [
            output["data"][ANSWER]
            for cell in lesson["cells"]
            for output in cell.get("outputs", [])
            if ANSWER in output.get("data", {})
        ]
        return [(one["exercise"], one["answer"], one["names"]) for one in kept] == [
            ("1.1", "Kirk", [self.name])
        ]

    def _sign_in(self):
        """Sign in, and ask for the student's own server until it is there.

        One that is still ending, after signing out, is not started by the sign-in itself.
        """
        self.web = requests.Session()
        page = f"{self.address}/hub/login"
        self.web.get(page, timeout=60).raise_for_status()
        form = {"username": self.name, "password": self.name, "_xsrf": self._cookie("/hub/")}
        answer = self.web.post(page, data=form, timeout=60)
        for _ in range(600):
            if answer.url.startswith(self.at):
                break
            time.sleep(0.5)
            answer = self.web.get(f"{self.address}/hub/spawn/{self.name}", timeout=60)
        answer.raise_for_status()
        assert answer.url == f"{self.at}/lab/tree/lessons", answer.url

    def _cookie(self, path):
        """Return the token against forged requests that goes with a part of the site."""
        return next(c.value for c in self.web.cookies if (c.name, c.path) == ("_xsrf", path))

    def _api(self, verb, path, body=None):
        answer = self.web.request(
            verb, f"{self.at}/api/{path}", json=body, timeout=120,
            headers={"X-XSRFToken": self._cookie(f"/user/{self.name}/")},
        )  # fmt: skip
        answer.raise_for_status()
        return answer.json()

    def _run(self, lesson, kernel):
        """Run every cell and keep what it shows; return when the first result was there."""
        cookies = "; ".join(
            f"{c.name}={c.value}"
            for c in self.web.cookies
            if f"/user/{self.name}/".startswith(c.path)
        )
        channel = websocket.create_connection(
            f"ws{self.at.removeprefix('http')}/api/kernels/{kernel}/channels",
            cookie=cookies, origin=self.address, timeout=300,
        )  # fmt: skip
        first = None
        code = [cell for cell in lesson["cells"] if cell["cell_type"] == "code"]
        for count, cell in enumerate(code, start=1):
            cell["outputs"] = _outputs(channel, cell["source"])
            cell["execution_count"] = count
            first = first or time.perf_counter()
        channel.close()
        return first


def _outputs(channel, code):
    """Run code in the kernel; return its outputs as a notebook keeps them."""
    asked = str(uuid.uuid4())
    header = {"msg_id": asked, "msg_type": "execute_request", "username": "", "session": asked,
              "version": "5.3", "date": ""}  # fmt: skip
    channel.send(json.dumps({
        "channel": "shell", "header": header, "parent_header": {}, "metadata": {},
        "content": {"code": code, "silent": False, "allow_stdin": False},
    }))  # fmt: skip
    outputs = []
    while True:
        message = json.loads(channel.recv())
        if message["parent_header"].get("msg_id") != asked:
            continue
        kind, content = message["header"]["msg_type"], message["content"]
        assert kind != "error", content
        if kind == "status" and content["execution_state"] == "idle":
            return outputs
        if kind in ("stream", "display_data", "execute_result"):
            content.pop("transient", None)
            outputs.append({"output_type": kind, **content})
