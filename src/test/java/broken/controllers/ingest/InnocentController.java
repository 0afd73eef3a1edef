package broken.controllers.ingest;

import org.springframework.web.bind.annotation.RestController;

@RestController
class InnocentController {}
