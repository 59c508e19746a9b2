package dev.gantry.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** How an operator reads and writes: as the client does, and the types of custom resources as their schemas describe them. */
final class ResourceSerialization extends KubernetesSerialization {

    private final ObjectMapper mapper;

    private ResourceSerialization(ObjectMapper mapper) {
        super(mapper, true);
        this.mapper = mapper;
    }

    /**
     * For one kind of custom resources.
     *
     * @param type their class
     */
    static ResourceSerialization of(Class<?> type) {
        // What is stored may have fields that the class has no longer, or not yet; one of them must not keep all others
        // from being read.
        ObjectMapper mapper = new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        ResourceSerialization serialization = new ResourceSerialization(mapper);
        mapper.registerModules(new Jdk8Module(), new SchemaModule(), CustomResourceReader.module(type));
        for (Class<?> optional : List.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class)) {
            mapper.configOverride(optional)
                    .setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
        }
        // An empty text is no time, although Jackson would take it for one that is not there.
        mapper.coercionConfigFor(LogicalType.DateTime).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        for (Class<?> text : List.of(UUID.class, URL.class)) {
            mapper.coercionConfigFor(text).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        return serialization;
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /** A copy knows, too, what its class could not be made of. */
    @Override
    public <T> T clone(T resource) {
        T copy = super.clone(resource);
        if (resource instanceof HasMetadata from
                && from.getMetadata() instanceof UnreadableMetadata metadata
                && copy instanceof HasMetadata to) {
            to.setMetadata(super.clone(metadata).with(metadata.findings()));
        }
        return copy;
    }
}
