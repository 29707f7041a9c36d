; A chain of additions, shifts, rotations and multiplications in registers.
%include "bench.inc"
prepare:
	ret
work:
	mov ecx, 5000000
	mov eax, 0x12345678
	mov ebx, 0x9E3779B9
	xor edx, edx
.next:
	add eax, ebx
	mov esi, eax
	shr esi, 15
	xor eax, esi
	imul eax, eax, 0x2C1B3C6D
	rol ebx, 7
	lea edx, [edx + eax * 2 + 1]
	sub ebx, edx
	mov edi, ebx
	and edi, 0xFF
	or edx, edi
	dec ecx
	jnz .next
	xor eax, edx
	ret
