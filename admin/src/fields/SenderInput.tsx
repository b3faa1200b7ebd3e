export default function SenderInput() {
  return null;
}
