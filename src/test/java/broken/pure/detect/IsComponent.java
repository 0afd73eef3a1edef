package broken.pure.detect;

import org.springframework.stereotype.Component;

@Component
class IsComponent {}
