package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.access.ServiceAccount;
import dev.gantry.extension.Context;
import dev.gantry.extension.Late;

/** A ServiceAccount as Argo CD names it: {@code namespace:name}, or its name alone if the namespace is not known. */
record AccountName(ServiceAccount account) implements Late {

    @Override
    public JsonNode resolve(Context context) {
        String namespace = context.namespace(account);
        return TextNode.valueOf(namespace == null ? account.name() : namespace + ":" + account.name());
    }
}
