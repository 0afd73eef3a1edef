package io.dualsight.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * English, and Simplified Chinese for everybody whose first language that we speak is a Chinese one;
 * times in UTC until somebody chooses another zone.
 */
@Configuration(proxyBeanMethods = false)
class Languages {

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver(Preferences.LANGUAGE_COOKIE) {
            @Override
            protected Locale parseLocaleValue(String value) {
                return spoken(Locale.forLanguageTag(value));
            }
        };
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(Languages::asked);
        resolver.setDefaultTimeZoneFunction(request -> TimeZone.getTimeZone(Preferences.zone(request)));
        return resolver;
    }

    private static Locale asked(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(each -> isChinese(each) || isEnglish(each))
                .findFirst()
                .map(Languages::spoken)
                .orElse(Locale.ENGLISH);
    }

    private static Locale spoken(Locale asked) {
        return isChinese(asked) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
