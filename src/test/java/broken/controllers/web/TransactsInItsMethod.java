package broken.controllers.web;

import org.springframework.transaction.annotation.Transactional;

class TransactsInItsMethod {
    @Transactional
    void save() {}
}
