package dev.gantry.istio.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.access.ServiceAccount;
import dev.gantry.extension.Context;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Late;
import org.jspecify.annotations.Nullable;

/** Who a pod with a ServiceAccount is, in a certificate of the mesh or by the account's name. */
record Principal(ServiceAccount account, Form form) implements Late {

    /** How it is written. */
    enum Form {
        /** As in a certificate. {@code cluster.local} stands for the trust domain of the mesh, whatever it is called. */
        PRINCIPAL("cluster.local/ns/", "/sa/"),
        /** As namespace and name. */
        ACCOUNT("", "/");

        private final String before;
        private final String between;

        Form(String before, String between) {
            this.before = before;
            this.between = between;
        }
    }

    static void addAll(Fields source, String list, Form form, @Nullable ServiceAccount... accounts) {
        if (source.given(list, accounts)) {
            for (ServiceAccount account : accounts) {
                if (source.given(list, account) && account != null) {
                    source.add(list, new Principal(account, form));
                    source.mention(list, account);
                }
            }
        }
    }

    @Override
    public JsonNode resolve(Context context) {
        String stated = context.namespace(account);
        String namespace = stated != null ? stated : context.namespace();
        return TextNode.valueOf(
                form.before + (namespace == null ? "default" : namespace) + form.between + account.name());
    }
}
