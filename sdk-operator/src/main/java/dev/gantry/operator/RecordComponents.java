package dev.gantry.operator;

import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Records are written with their components: what else they answer, such as {@code isLarge()}, their schemas do not have, and a server refuses. */
final class RecordComponents extends BeanSerializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> properties) {
        Class<?> type = description.getBeanClass();
        if (!type.isRecord()) {
            return properties;
        }
        Set<String> components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        // Where there is a getter beside the component, Jackson takes the getter for both.
        Set<String> kept = description.findProperties().stream()
                .filter(property -> components.contains(property.getInternalName()))
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toSet());
        return properties.stream()
                .filter(property -> kept.contains(property.getName())
                        || property.getAnnotation(JsonProperty.class) != null
                        || property.getAnnotation(JsonGetter.class) != null)
                .collect(Collectors.toList());
    }
}
