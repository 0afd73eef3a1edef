package broken.fields.web;

import org.springframework.beans.factory.annotation.Autowired;

class Autowires {
    @Autowired
    private String name;
}
