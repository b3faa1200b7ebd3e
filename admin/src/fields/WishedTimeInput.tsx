export default function WishedTimeInput() {
  return null;
}
