export default function AudienceInput() {
  return null;
}
