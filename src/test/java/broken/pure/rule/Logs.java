package broken.pure.rule;

import org.slf4j.LoggerFactory;

class Logs {
    void say() {
        LoggerFactory.getLogger("rule").info("judged");
    }
}
