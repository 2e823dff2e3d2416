package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
)

type fields = map[string]any

func call(path string, body fields, token string) (answer fields) {
	data, _ := json.Marshal(body)
	request, _ := http.NewRequest("POST", os.Args[1]+path, bytes.NewReader(data))
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	if err == nil {
		defer response.Body.Close()
		json.NewDecoder(response.Body).Decode(&answer)
	}
	return
}

func main() {
	http.ListenAndServe("127.0.0.1:"+os.Args[4], http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body struct {
			Challenge string
			Event     struct{ Message struct{ Message_id, Content string } }
		}
		json.NewDecoder(r.Body).Decode(&body)
		json.NewEncoder(w).Encode(fields{"challenge": body.Challenge})
		if message := body.Event.Message; message.Message_id != "" {
			go func() {
				token := call("/open-apis/auth/v3/tenant_access_token/internal", fields{"app_id": os.Args[2], "app_secret": os.Args[3]}, "")
				reply := fields{"msg_type": "text", "content": message.Content}
				call("/open-apis/im/v1/messages/"+message.Message_id+"/reply", reply, token["tenant_access_token"].(string))
			}()
		}
	}))
}
