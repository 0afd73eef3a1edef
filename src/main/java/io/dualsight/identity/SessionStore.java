package io.dualsight.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;

/** Has Spring Session keep JSON. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    /** The name is Spring Session's. */
    @Bean
    @SuppressWarnings("NullAway") // a converter may answer null, which its type parameter does not tell
    static ConversionService springSessionConversionService() {
        SessionText text = new SessionText();
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, text::write);
        conversion.addConverter(byte[].class, Object.class, text::read);
        return conversion;
    }
}
