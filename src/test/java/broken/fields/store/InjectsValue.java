package broken.fields.store;

import org.springframework.beans.factory.annotation.Value;

class InjectsValue {
    @Value("${dualsight.name}")
    private String name;
}
