package io.dualsight.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets what is written later, such as the last use of tokens, be written. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Timetable {}
