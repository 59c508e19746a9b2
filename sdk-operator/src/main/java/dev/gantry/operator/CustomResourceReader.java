package dev.gantry.operator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;

/**
 * Reads custom resources, also those that their class cannot hold: what somebody has written wrongly must keep no other from being
 * read. Such a one has {@link UnreadableMetadata}, and no specification.
 */
final class CustomResourceReader extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    private CustomResourceReader(JsonDeserializer<?> plain) {
        super(plain);
    }

    /** Lets custom resources of a class be read so. */
    static Module module(Class<?> type) {
        return new SimpleModule("gantry-custom-resources").setDeserializerModifier(new BeanDeserializerModifier() {

            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription description, JsonDeserializer<?> plain) {
                return description.getBeanClass() == type ? new CustomResourceReader(plain) : plain;
            }
        });
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> plain) {
        return new CustomResourceReader(plain);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        TokenBuffer tokens = context.bufferAsCopyOfValue(parser);
        try {
            return super.deserialize(tokens.asParserOnFirstToken(), context);
        } catch (JsonMappingException e) {
            if (context.readTree(tokens.asParserOnFirstToken()) instanceof ObjectNode tree) {
                return withoutMisfits(tree, e, context);
            }
            throw e;
        }
    }

    /** Each turn leaves out one thing more, until what is left can be read. */
    private Object withoutMisfits(ObjectNode tree, JsonMappingException first, DeserializationContext context)
            throws IOException {
        Misfits misfits = new Misfits(tree);
        misfits.leaveOut(first);
        while (true) {
            try {
                HasMetadata resource = (HasMetadata) read(tree, context);
                if (misfits.findings().isEmpty()) {
                    return resource;
                }
                if (tree.remove("spec") != null) {
                    resource = (HasMetadata) read(tree, context);
                }
                resource.setMetadata(context.readTreeAsValue(tree.path("metadata"), UnreadableMetadata.class)
                        .with(misfits.findings()));
                return resource;
            } catch (JsonMappingException next) {
                misfits.leaveOut(next);
            }
        }
    }

    private Object read(ObjectNode tree, DeserializationContext context) throws IOException {
        JsonParser parser = new TreeTraversingParser(tree, context.getParser().getCodec());
        parser.nextToken();
        return super.deserialize(parser, context);
    }
}
