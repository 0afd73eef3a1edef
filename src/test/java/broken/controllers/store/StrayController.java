package broken.controllers.store;

import org.springframework.web.bind.annotation.RestController;

@RestController
class StrayController {}
