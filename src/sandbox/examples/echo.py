import json, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.request import Request, urlopen

platform, app_id, app_secret, port = sys.argv[1:]

def call(path, body, token=""):
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    return json.load(urlopen(Request(platform + path, json.dumps(body).encode(), headers)))

class Bot(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        answer = json.dumps({"challenge": body.get("challenge")}).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)
        message = body.get("event", {}).get("message")
        if message:
            token = call("/open-apis/auth/v3/tenant_access_token/internal", {"app_id": app_id, "app_secret": app_secret})
            reply = {"msg_type": "text", "content": message["content"]}
            call(f"/open-apis/im/v1/messages/{message['message_id']}/reply", reply, token["tenant_access_token"])

HTTPServer(("127.0.0.1", int(port)), Bot).serve_forever()
