{{- define "postgresql.server" -}}
{{ printf "%s-postgresql" .Release.Name | trunc 63 | trimSuffix "-" }}
{{- end }}
