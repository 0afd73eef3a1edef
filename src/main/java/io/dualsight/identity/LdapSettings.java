package io.dualsight.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A directory that checks passwords. Off without a URL.
 *
 * @param url with its base, such as {@code ldaps://ldap.example:636/dc=example,dc=org}; absent for none
 * @param managerDn as whom to search; absent for nobody
 * @param managerPassword of that entry
 * @param userSearch filter that finds a person, who is {@code {0}}
 * @param userBase where people are, below the URL's base
 * @param groupBase where groups are, below the URL's base
 * @param groupSearch filter that finds the groups of the entry {@code {0}}; its attribute {@code cn} names a group
 */
@ConfigurationProperties("dualsight.ldap")
record LdapSettings(
        @Nullable String url,
        @Nullable String managerDn,
        @Nullable String managerPassword,
        @DefaultValue("(uid={0})") String userSearch,
        @DefaultValue("") String userBase,
        @DefaultValue("") String groupBase,
        @DefaultValue("(member={0})") String groupSearch) {

    /** Without the password: settings find their way into logs. */
    @Override
    public String toString() {
        return "LdapSettings[" + url + "]";
    }
}
