package broken.jdkonly.agent;

import tools.jackson.databind.json.JsonMapper;

class CallsJackson {
    Object mapper() {
        return JsonMapper.builder().build();
    }
}
