package io.dualsight.cluster;

import io.fabric8.kubernetes.api.model.AnyType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of an object that Kubernetes' schema does not have: the typed model keeps them aside. */
final class UnknownFields {

    private static final String ASIDE = "additionalProperties";

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    static List<String> of(Object object) {
        UnknownFields unknown = new UnknownFields();
        unknown.walk(object.getClass().getSimpleName(), object);
        return unknown.found;
    }

    private void walk(String path, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(each -> walk(path + "[]", each));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> walk(path + "." + key, each));
        } else if (value != null
                && !(value instanceof AnyType)
                && value.getClass().getName().startsWith("io.fabric8.kubernetes.api.model")
                && !value.getClass().isEnum()) {
            fields(path, value);
        }
    }

    private void fields(String path, Object value) {
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field(path, field, value);
                }
            }
        }
    }

    private void field(String path, Field field, Object owner) {
        try {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (field.getName().equals(ASIDE)) {
                ((Map<?, ?>) value).keySet().forEach(key -> found.add(path + "." + key));
            } else {
                walk(path + "." + field.getName(), value);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
