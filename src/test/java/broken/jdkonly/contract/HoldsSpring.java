package broken.jdkonly.contract;

import org.springframework.core.io.Resource;

class HoldsSpring {
    Resource resource;
}
