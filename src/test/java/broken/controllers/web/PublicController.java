package broken.controllers.web;

import org.springframework.stereotype.Controller;

@Controller
public class PublicController {}
